package import APIModel
package import Documentation
package import Generator
package import Packaging
package import Printing

/// What is printed of an API, and where its files go.
package struct PrintingOptions: Sendable {
    package var outputs = Output.defaults
    package var swift = SwiftOptions()
    /// A folder below the output folder that contains everything; empty for none.
    package var group = ""
    /// How many files the models are dealt out to; nil where their number decides.
    package var shards: Int?
    /// What the names of Swift files start with.
    package var filePrefix = ""
    /// The URL where the site is published, if known.
    package var siteURL: String?
    /// Whether the site has forms that send requests to a server.
    package var hasTryIt = false
    /// What a package depends on.
    package var package = PackageOptions()
    /// The page about what has changed since an older version of the document.
    package var changes: ChangesPage?
    /// The base name of files that are generated for a build, which expects the same ones even if the configuration
    /// omits some; nil elsewhere.
    package var buildName: String?

    package init() {}

    /// Whether documentation is printed.
    package var documents: Bool { !madeOutputs.isDisjoint(with: [.docs, .site]) }

    /// The folder of an API's site relative to the output folder; `nil` where none is printed.
    package func siteFolder(for api: API) -> String? {
        outputs.contains(.site) ? String(layout(for: api.namespace.name).site.dropLast()) : nil
    }

    /// The folder of the files of an API, relative to the output folder.
    package func folder(for api: API) -> String {
        if outputs.contains(.package) { return String(layout(for: api.namespace.name).root.dropLast()) }
        // A site that is made by itself keeps its own list of files, so that the code of another run stays.
        if outputs == [.site], let site = siteFolder(for: api) { return site }
        // A build makes several documents' files in one folder, and two of them may want the same namespace.
        return (group.isEmpty ? "" : group + "/") + (buildName ?? api.namespace.name)
    }
}

extension PrintingOptions {
    /// The requested outputs and those that they need.
    var madeOutputs: Set<Output> {
        var asked = Set(outputs)
        if asked.contains(.fake) { asked.insert(.server) }
        if asked.contains(.package) { asked.formUnion([.models, .operations, .client]) }
        let needsOperations = swift.modelsModule == nil && !asked.isDisjoint(with: [.client, .server])
        return needsOperations ? asked.union([.operations]) : asked
    }

    func layout(for namespace: String) -> Layout {
        Layout(
            namespace: namespace, group: group.isEmpty ? "" : group + "/", filePrefix: filePrefix, shards: shards,
            buildName: buildName, siteURL: siteURL, hasTryIt: hasTryIt, changesTitle: changes?.title,
            isPackage: outputs.contains(.package))
    }
}
