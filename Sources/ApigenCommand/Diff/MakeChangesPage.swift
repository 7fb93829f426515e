import APIDiff
import Documentation
import Generator

/// Makes the page of the documentation about what has changed since an older version.
func changesPage(from old: Version, to new: Version, options: GenerationOptions) -> ChangesPage {
    // All sunset dates count as passed, as the same documents make the same page on every day.
    var settings = DiffOptions(today: "9999-12-31")
    settings.hasOpenEnums = options.printing.swift.hasOpenEnums
    let report = difference(from: old, to: new, options: settings)
    let version = report.oldVersion.isEmpty ? "the older version" : report.oldVersion
    return ChangesPage(title: "Since \(version)", markdown: report.markdown(title: "Changes since \(version)"))
}
