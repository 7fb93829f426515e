import APIModel
import ApigenCommand
import ArgumentParser
import Generator
import OpenAPI
import Packaging

/// The options of configuration files as flags, which take precedence over the file's.
struct ConfigurationFlags: ParsableArguments {
    @Option(help: help("output", valueName: "folder"), completion: .directory)
    var output: String?

    @Option(help: help("emit", valueName: "models,client,…"))
    var emit: EmittedOutputs?

    @Option(help: help("access", valueName: "level"))
    var access: AccessLevel?

    @Option(help: help("namespace", valueName: "name"))
    var namespace: String?

    @Option(help: help("modelsModule", valueName: "module"))
    var modelsModule: String?

    @Option(help: help("names", valueName: "Pet=Animal,get_pet=pet,…"))
    var names: ChosenNames?

    @Option(help: help("lock", valueName: "file"), completion: .file(extensions: ["yaml"]))
    var lock: String?

    @Option(help: help("formats", valueName: "money=Money.Amount,date=String,…"))
    var formats: ChosenFormats?

    @Option(help: help("types", valueName: "preset"))
    var types: TypePreset?

    @Option(help: help("unknownMembers", valueName: "ignore|keep"))
    var unknownMembers: UnknownMembers?

    @Option(help: help("conformances", valueName: "*Event=Trackable,Tracking.Audited", isRepeated: true))
    var conformances: [ConformancesArgument] = []

    @Option(help: help("pagination", valueName: "listPets: cursor=after next=/next items=/data", isRepeated: true))
    var pagination: [ChosenPages] = []

    @Flag(inversion: .prefixedNo, help: help("hashable"))
    var hashable: Bool?

    @Flag(inversion: .prefixedNo, help: help("openEnums"))
    var openEnums: Bool?

    @Flag(inversion: .prefixedNo, help: help("groupedClients"))
    var groupedClients: Bool?

    @Option(help: help("requestContext", valueName: "current|parameter"))
    var requestContext: ContextPassing?

    @Option(help: help("shards", valueName: "number"))
    var shards: Int?

    @Option(help: help("filePrefix", valueName: "name"))
    var filePrefix: String?

    @Option(help: help("templates", valueName: "folder"), completion: .directory)
    var templates: String?

    @Option(help: help("overlay", valueName: "file", isRepeated: true), completion: .file(extensions: ["yaml", "yml", "json"]))
    var overlay: [String] = []

    @Option(help: help("include", valueName: "tag:…|path:…|operation:…|schema:…", isRepeated: true))
    var include: [DocumentFilter.Rule] = []

    @Option(help: help("exclude", valueName: "tag:…|path:…|operation:…|schema:…", isRepeated: true))
    var exclude: [DocumentFilter.Rule] = []

    @Option(help: help("baseline", valueName: "document"), completion: .file(extensions: ["yaml", "yml", "json"]))
    var baseline: String?

    @Option(help: help("breaking", valueName: "level"))
    var breaking: BreakingChanges?

    @Option(help: help("runtime", valueName: "path|url version"))
    var runtime: RuntimePackage?

    @Option(help: help("transport", valueName: "name"))
    var transport: PackageTransport?

    @Option(help: help("siteUrl", valueName: "url"))
    var siteURL: String?

    @Flag(inversion: .prefixedNo, help: help("tryIt"))
    var tryIt: Bool?

    @Flag(inversion: .prefixedNo, help: help("lenient"))
    var lenient: Bool?

    @Flag(inversion: .prefixedNo, help: help("strict"))
    var strict: Bool?

    @Flag(inversion: .prefixedNo, help: help("allowParentFolders"))
    var allowParentFolders: Bool?

    func checkValues() throws {
        if let shards, !shardLimits.contains(shards) {
            throw ValidationError("--shards must be from \(shardLimits.lowerBound) to \(shardLimits.upperBound), found \(shards).")
        }
        if let siteURL, !isWebURL(siteURL) {
            throw ValidationError("--site-url must be a URL such as https://example.com/docs/, found '\(siteURL)'.")
        }
        if let baseline, baseline.hasPrefix("git:"), GitRevision(baseline) == nil {
            throw ValidationError("A file of a git revision is written git:REF:PATH, found '\(baseline)'.")
        }
        for (flag, name) in [("namespace", namespace), ("models-module", modelsModule), ("file-prefix", filePrefix)] {
            guard let name, !Identifier.isValid(name) else { continue }
            throw ValidationError("--\(flag) must be a Swift name, found '\(name)'.")
        }
        let usesFoundation = types == .foundation || (formats?.types ?? [:]).values.contains(where: FormatTypes.isFoundation)
        if usesFoundation, !hasFoundationTrait { throw ValidationError(foundationTraitAdvice) }
        for type in (formats?.types ?? [:]).values.sorted() where !FormatTypes.canConform(type) {
            throw ValidationError("--formats needs types that conform to JSONCodable, found '\(type)'; \(FormatTypes.advice).")
        }
    }

    /// Replaces the options of a configuration that are set on the command line.
    func override(_ configuration: inout Configuration) {
        func set<Value>(_ value: Value?, _ place: WritableKeyPath<Configuration, Value>) {
            if let value { configuration[keyPath: place] = value }
        }
        set(output, \.output)
        set(access, \.access)
        set(hashable, \.hashable)
        set(openEnums, \.openEnums)
        set(groupedClients, \.groupedClients)
        set(requestContext, \.requestContext)
        set(breaking, \.breaking)
        set(tryIt, \.tryIt)
        set(lenient, \.lenient)
        set(strict, \.strict)
        set(runtime, \.package.runtime)
        set(transport, \.package.transport)
        set(overlay.isEmpty ? nil : overlay, \.overlays)
        set(include.isEmpty ? nil : include, \.filter.included)
        set(exclude.isEmpty ? nil : exclude, \.filter.excluded)
        set(types, \.types)
        set(unknownMembers, \.unknownMembers)
        set(conformances.isEmpty ? nil : conformances.map(\.conformances), \.conformances)
        set(pagination.isEmpty ? nil : pagination.map(\.override), \.pagination)
        set(allowParentFolders, \.allowParentFolders)
        configuration.emit = emit?.outputs ?? configuration.emit
        configuration.namespace = namespace ?? configuration.namespace
        configuration.modelsModule = modelsModule ?? configuration.modelsModule
        configuration.shards = shards ?? configuration.shards
        configuration.filePrefix = filePrefix ?? configuration.filePrefix
        configuration.lock = lock ?? configuration.lock
        configuration.baseline = baseline ?? configuration.baseline
        configuration.templates = templates ?? configuration.templates
        configuration.siteURL = siteURL ?? configuration.siteURL
        configuration.names = names?.overrides ?? configuration.names
        configuration.formats = formats?.types ?? configuration.formats
    }
}

/// Returns the help of a flag, from the table of options.
func help(_ option: String, valueName: String? = nil, isRepeated: Bool = false) -> ArgumentHelp {
    guard let option = ConfigurationOption.named(option) else { return "" }
    let defaultValue = option.defaultValue.map { " (default: \($0))" } ?? ""
    return ArgumentHelp("\(option.meaning)\(isRepeated ? "; may be repeated" : "").\(defaultValue)", valueName: valueName)
}

extension AccessLevel: ExpressibleByArgument {}

extension RuntimePackage: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}

extension PackageTransport: ExpressibleByArgument {}

extension BreakingChanges: ExpressibleByArgument {}

extension TypePreset: ExpressibleByArgument {}

extension ContextPassing: ExpressibleByArgument {}

extension UnknownMembers: ExpressibleByArgument {}

extension DocumentFilter.Rule: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
