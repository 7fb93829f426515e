/// The paths of the files of one document and of its site; none depends on the contents of the document.
package struct Layout: Sendable {
    package let namespace: String
    /// A folder below the output folder that contains everything, with a trailing slash; empty for none.
    package let group: String
    /// What the names of Swift files start with; files made for a build start with ``buildName``.
    package let filePrefix: String
    /// How many files the models are dealt out to; nil where their number decides.
    package let shards: Int?
    /// What Swift files made for a build begin with, side by side, because a target may have several documents and
    /// takes each file name once.
    package let buildName: String?
    /// The URL where the site is published, if known.
    package let siteURL: String?
    /// Whether the site has forms that send requests.
    package let hasTryIt: Bool
    /// The title of the page about changes; nil where there is none.
    package let changesTitle: String?

    /// Whether the Swift files are those of a package's library.
    package let isPackage: Bool
    /// Whether the Swift files are those of a package's tests.
    package private(set) var isForTests = false

    /// The folder of the package with a trailing slash; empty for the output folder.
    package var root: String { group.isEmpty ? "" : "\(group)\(namespace)/" }

    /// The paths of a package's tests.
    package var forTests: Layout {
        var layout = self
        layout.isForTests = true
        return layout
    }

    package var docs: String { "Docs/\(group)\(namespace)/" }
    package var site: String { "Site/\(group)\(namespace)/" }
    package var catalog: String { "DocC/\(group)\(namespace).docc/" }

    /// The folder of what the site consists of; its settings stand beside it.
    package var sitePages: String { site + "docs/" }

    package func swift(_ name: String) -> String {
        if let buildName { return "\(buildName).\(name).swift" }
        if isForTests { return "\(root)Tests/\(namespace)Tests/\(name).swift" }
        return (isPackage ? "\(root)Sources/\(namespace)/" : "\(group)\(namespace)/") + "\(filePrefix)\(name).swift"
    }

    package func models(_ count: Int) -> [String] {
        (1...count).map { swift(count == 1 ? "Models" : "Models\($0)") }
    }

    package init(
        namespace: String, group: String, filePrefix: String = "", shards: Int?, buildName: String?, siteURL: String?,
        hasTryIt: Bool, changesTitle: String?, isPackage: Bool = false
    ) {
        self.namespace = namespace
        self.group = group
        self.filePrefix = filePrefix
        self.shards = shards
        self.buildName = buildName
        self.siteURL = siteURL
        self.hasTryIt = hasTryIt
        self.changesTitle = changesTitle
        self.isPackage = isPackage
    }
}

/// The files that a build expects for any document and configuration: all that any
/// document can have. The build plugin, which can import nothing of the generator, has the same list.
package func buildFiles(_ layout: Layout) -> [String] {
    layout.models(layout.shards ?? 1) + ["Operations", "Schemas", "XML", "Client", "Server", "Fake"].map(layout.swift)
}
