import APIModel
package import Generator
package import OpenAPI

/// What a run is told to do, by a configuration file, the command line, or both.
package struct Configuration: Sendable {
    package var document: String?
    package var output = "Generated"
    /// nil for everything that the other options leave to make.
    package var emit: [Output]?
    package var access = AccessLevel.public
    package var namespace: String?
    package var modelsModule: String?
    package var templates: String?
    package var siteURL: String?
    package var tryIt = false
    package var shards: Int?
    package var hashable = true
    package var openEnums = true
    package var names: [NameOverride] = []
    package var overlays: [String] = []
    package var filter = DocumentFilter()
    /// Swift types by format.
    package var formats: [String: String] = [:]
    package var lenient = false
    package var strict = false
    package var allowParentFolders = false

    package init() {}

    /// What to make of the document.
    package var outputs: [Output] {
        emit ?? Output.usual.filter { modelsModule == nil || $0 != .models && $0 != .operations }
    }

    /// The options of the generator that follow; a loader and the overlays' sources are to be added.
    package var generationOptions: GenerationOptions {
        var options = GenerationOptions()
        options.printing.outputs = outputs
        options.isLenient = lenient
        options.namespace = namespace
        options.printing.shards = shards
        options.names = names
        options.filter = filter
        options.printing.siteURL = siteURL
        options.printing.hasTryIt = tryIt
        options.formats = FormatTypes(formats)
        options.printing.swift.access = access
        options.printing.swift.isHashable = hashable
        options.printing.swift.hasOpenEnums = openEnums
        options.printing.swift.modelsModule = modelsModule
        return options
    }
}

/// How many files the models may be dealt out to.
package let shardLimits = 1...64

/// Whether a text is an address of the web, as a browser shows it.
package func isWebAddress(_ text: String) -> Bool {
    let scheme = ["http://", "https://"].first(where: text.hasPrefix)
    return text.count > scheme?.count ?? .max
        && text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F && !"\"<>\\^`{|}".unicodeScalars.contains($0) }
}
