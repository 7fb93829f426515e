package import APIModel
package import Generator
package import Packaging
package import Printing
package import OpenAPI

/// The options of a run, from a configuration file, the command line, or both.
package struct Configuration: Sendable {
    package var document: String?
    package var output = "Generated"
    /// The outputs to generate; `nil` for the default.
    package var emit: [Output]?
    package var access = AccessLevel.public
    package var namespace: String?
    package var modelsModule: String?
    package var templates: String?
    package var siteURL: String?
    package var tryIt = false
    package var shards: Int?
    /// What the names of Swift files start with.
    package var filePrefix: String?
    /// The file that keeps Swift names between runs.
    package var lock: String?
    /// An older version of the document: a file, or `git:REF:PATH`.
    package var baseline: String?
    package var breaking = BreakingChanges.ignore
    package var hashable = true
    package var openEnums = true
    package var groupedClients = false
    package var requestContext = ContextPassing.current
    package var names: [NameOverride] = []
    package var overlays: [String] = []
    package var filter = DocumentFilter()
    /// Swift types by format.
    package var formats: [String: String] = [:]
    package var types = TypePreset.runtime
    package var unknownMembers = UnknownMembers.ignore
    package var conformances: [ChosenConformances] = []
    package var pagination: [PagesOverride] = []
    /// What a generated package depends on.
    package var package = PackageOptions()
    package var lenient = false
    package var strict = false
    package var allowParentFolders = false

    package init() {}

    /// The outputs to generate, after defaults are applied.
    package var outputs: [Output] {
        emit ?? Output.defaults.filter { modelsModule == nil || $0 != .models && $0 != .operations }
    }

    /// The options of the generator, without a document loader and the sources of overlays.
    package var generationOptions: GenerationOptions {
        var options = GenerationOptions()
        options.printing.outputs = outputs
        options.isLenient = lenient
        options.namespace = namespace
        options.printing.shards = shards
        options.printing.filePrefix = filePrefix ?? ""
        options.names = names
        options.filter = filter
        options.printing.siteURL = siteURL
        options.printing.hasTryIt = tryIt
        options.printing.package = package
        options.types = TypeOptions(formats: FormatTypes(formats, prefersFoundation: types == .foundation))
        options.types.isHashable = hashable
        options.types.keepsUnknownMembers = unknownMembers == .keep
        options.types.conformances = conformances
        options.hasClientGroups = groupedClients
        options.passesContext = requestContext == .parameter
        options.pagination = pagination
        options.printing.swift.access = access
        options.printing.swift.isHashable = hashable
        options.printing.swift.hasOpenEnums = openEnums
        options.printing.swift.modelsModule = modelsModule
        return options
    }
}

/// The allowed numbers of files to distribute models over.
package let shardLimits = 1...64

/// Returns whether a text is an HTTP or HTTPS URL.
package func isWebURL(_ text: String) -> Bool {
    let scheme = ["http://", "https://"].first(where: text.hasPrefix)
    return text.count > scheme?.count ?? .max
        && text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F && !"\"<>\\^`{|}".unicodeScalars.contains($0) }
}
