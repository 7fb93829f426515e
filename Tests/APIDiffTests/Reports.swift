import APIDiff
import ApigenCommand
import Diagnostics
import Testing

/// Returns the report about two documents.
func report(from old: String, to new: String, today: String = "2026-01-01", hasOpenEnums: Bool = true) throws -> DiffReport {
    var options = DiffOptions(today: today)
    options.hasOpenEnums = hasOpenEnums
    return difference(from: try version(old, "old.yaml"), to: try version(new, "new.yaml"), options: options)
}

/// Returns the model of a document that must have no errors.
private func version(_ text: String, _ path: String) throws -> Version {
    var log = DiagnosticLog()
    let version = version(text, path, log: &log)
    return try #require(version, "\(log.rendered())")
}

private func version(_ text: String, _ path: String, log: inout DiagnosticLog) -> Version? {
    let source = log.add(SourceFile(path: path, bytes: Array(text.utf8)))
    var options = GenerationOptions()
    options.namespace = "API"
    return model(of: source, options: options, log: &log).map { Version($0, log: log) }
}
