import APIModel
import ApigenCommand
import ArgumentParser
import Generator
import OpenAPI

/// The options of configurations as flags, which win over a file's.
struct ConfigurationFlags: ParsableArguments {
    @Option(help: meaning(of: "output", default: "Generated"), completion: .directory)
    var output: String?

    @Option(help: meaning(of: "emit", default: "everything", valueName: "models,client,…"))
    var emit: EmittedOutputs?

    @Option(help: meaning(of: "access", default: "public"))
    var access: AccessLevel?

    @Option(help: meaning(of: "namespace", default: "the document's file name", valueName: "name"))
    var namespace: String?

    @Option(help: meaning(of: "modelsModule", valueName: "module"))
    var modelsModule: String?

    @Option(help: meaning(of: "names", valueName: "Pet=Animal,…"))
    var names: ChosenNames?

    @Option(help: meaning(of: "formats", valueName: "money=Money.Amount,…"))
    var formats: ChosenFormats?

    @Flag(inversion: .prefixedNo, help: meaning(of: "hashable", default: "on"))
    var hashable: Bool?

    @Flag(inversion: .prefixedNo, help: meaning(of: "openEnums", default: "on"))
    var openEnums: Bool?

    @Option(help: meaning(of: "shards", default: "one for 80 types", valueName: "number"))
    var shards: Int?

    @Option(help: meaning(of: "templates"), completion: .directory)
    var templates: String?

    @Option(
        help: meaning(of: "overlay", valueName: "file"), completion: .file(extensions: ["yaml", "yml", "json"]))
    var overlay: [String] = []

    @Option(help: meaning(of: "include", valueName: "tag|path|operation|schema:name"))
    var include: [DocumentFilter.Rule] = []

    @Option(help: meaning(of: "exclude", valueName: "tag|path|operation|schema:name"))
    var exclude: [DocumentFilter.Rule] = []

    @Option(help: meaning(of: "siteUrl", valueName: "url"))
    var siteURL: String?

    @Flag(inversion: .prefixedNo, help: meaning(of: "tryIt", default: "off"))
    var tryIt: Bool?

    @Flag(inversion: .prefixedNo, help: meaning(of: "lenient", default: "off"))
    var lenient: Bool?

    @Flag(inversion: .prefixedNo, help: meaning(of: "strict", default: "off"))
    var strict: Bool?

    @Flag(inversion: .prefixedNo, help: meaning(of: "allowParentFolders", default: "off"))
    var allowParentFolders: Bool?

    func checkValues() throws {
        if let shards, !shardLimits.contains(shards) {
            throw ValidationError("--shards must be from \(shardLimits.lowerBound) to \(shardLimits.upperBound), found \(shards).")
        }
        if let siteURL, !isWebAddress(siteURL) {
            throw ValidationError("--site-url must be an address such as https://example.com/docs/, found '\(siteURL)'.")
        }
        for (flag, name) in [("namespace", namespace), ("models-module", modelsModule)] {
            guard let name, !Identifier.isValid(name) else { continue }
            throw ValidationError("--\(flag) must be a Swift name, found '\(name)'.")
        }
    }

    /// Puts what was given on the command line in place of what a file says.
    func override(_ configuration: inout Configuration) {
        func set<Value>(_ value: Value?, _ place: WritableKeyPath<Configuration, Value>) {
            if let value { configuration[keyPath: place] = value }
        }
        set(output, \.output)
        set(access, \.access)
        set(hashable, \.hashable)
        set(openEnums, \.openEnums)
        set(tryIt, \.tryIt)
        set(lenient, \.lenient)
        set(strict, \.strict)
        set(overlay.isEmpty ? nil : overlay, \.overlays)
        set(include.isEmpty ? nil : include, \.filter.included)
        set(exclude.isEmpty ? nil : exclude, \.filter.excluded)
        set(allowParentFolders, \.allowParentFolders)
        configuration.emit = emit?.outputs ?? configuration.emit
        configuration.namespace = namespace ?? configuration.namespace
        configuration.modelsModule = modelsModule ?? configuration.modelsModule
        configuration.shards = shards ?? configuration.shards
        configuration.templates = templates ?? configuration.templates
        configuration.siteURL = siteURL ?? configuration.siteURL
        configuration.names = names?.overrides ?? configuration.names
        configuration.formats = formats?.types ?? configuration.formats
    }
}

/// The help of a flag, in the words of the table of options.
private func meaning(of option: String, default value: String? = nil, valueName: String? = nil) -> ArgumentHelp {
    let meaning = ConfigurationOption.named(option)?.meaning ?? ""
    return ArgumentHelp("\(meaning)\(value.map { " (default: \($0))" } ?? "").", valueName: valueName)
}

extension AccessLevel: ExpressibleByArgument {}

extension DocumentFilter.Rule: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
