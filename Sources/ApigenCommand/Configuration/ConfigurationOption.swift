import APIModel
import Generator
import Packaging
import Printing
import OpenAPI

/// An option of configuration files.
///
/// The table of options defines how they are read, the JSON Schema of configuration files, and the help of the command's flags.
package struct ConfigurationOption: Sendable {
    /// The name in a configuration file; the flag separates the same words with hyphens.
    package let name: String
    /// What the option does, as a phrase without a full stop.
    package let meaning: String
    /// The value of the option if it is not set, in words; `nil` if nothing is set then.
    package let defaultValue: String?
    let kind: Kind

    /// The kind of value, and the property of a configuration that it sets.
    enum Kind: Sendable {
        /// A file or folder, relative to the configuration's folder.
        case path(Place<String?>)
        /// A file relative to the configuration's folder, or `git:REF:PATH` with such a path.
        case version(Place<String?>)
        /// A list of files, relative to the configuration's folder.
        case paths(Place<[String]>)
        case flag(Place<Bool>)
        case number(ClosedRange<Int>, Place<Int?>)
        /// An HTTP or HTTPS URL.
        case url(Place<String?>)
        /// A Swift identifier.
        case identifier(Place<String?>)
        /// A text that the function reads into a configuration; it returns `false` for one that is not what is expected.
        case parsed(_ expectation: String, @Sendable (String, inout Configuration) -> Bool)
        case choice([String], @Sendable (String, inout Configuration) -> Void)
        /// A list of some of the names.
        case choices([String], @Sendable ([String], inout Configuration) -> Void)
        /// A mapping from names in the document to Swift names.
        case names(Place<[NameOverride]>)
        /// A list of filter rules, such as `path:/pets/**`.
        case rules(Place<[DocumentFilter.Rule]>)
        /// A mapping from formats to Swift types.
        case types(Place<[String: String]>)
        /// One of the presets of types.
        case preset(Place<TypePreset>)
        /// A mapping from patterns for the names of Swift types to lists of protocols.
        case conformances(Place<[ChosenConformances]>)
        /// A mapping from operations to descriptions of their pages in one line.
        case pages(Place<[PagesOverride]>)
    }

    typealias Place<Value> = any WritableKeyPath<Configuration, Value> & Sendable

    private init(_ name: String, _ meaning: String, default value: String? = nil, _ kind: Kind) {
        self.name = name
        self.meaning = meaning
        defaultValue = value
        self.kind = kind
    }

    /// Returns the option with a name, or `nil` if there is none.
    package static func named(_ name: String) -> ConfigurationOption? {
        all.first { $0.name == name }
    }

    /// All options, in the order of the help.
    package static let all: [ConfigurationOption] = [
        .init("document", "The OpenAPI document to read, if it is not the command's argument", .path(\.document)),
        .init(
            "output", "The folder to write to; Swift files go to its subfolder NAME, Markdown docs to Docs/NAME",
            default: "Generated",
            .path(\.outputPath)),
        .init(
            "emit",
            "The outputs to generate: models, operations, client, server, docs, fake (a server that returns examples), "
                + "site (docs for MkDocs), docc (a DocC catalog) or package (a Swift package with the client and its tests)",
            default: "models, operations, client, server and docs",
            .choices(Output.allCases.map(\.rawValue)) { $1.emit = $0.compactMap(Output.init(rawValue:)) }),
        .init(
            "access", "The access level of generated declarations: public, package or internal", default: "public",
            .choice(AccessLevel.allCases.map(\.rawValue)) { $1.access = AccessLevel(rawValue: $0) ?? .public }),
        .init(
            "namespace", "The name of the enum that contains all generated declarations", default: "the document's file name",
            .identifier(\.namespace)),
        .init(
            "modelsModule", "The module to import models and operations from, if another target generates them",
            .identifier(\.modelsModule)),
        .init(
            "names", "Swift names for schemas, operations, properties and parameters, by their names in the document",
            .names(\.names)),
        .init(
            "lock", "The file in which Swift names are kept, so that a new version of the document does not change them",
            .path(\.lock)),
        .init(
            "formats",
            "Swift types by format: a type of the standard library or the runtime, or a JSONCodable type of yours as Module.Type",
            .types(\.formats)),
        .init(
            "types",
            "Where types of dates, UUIDs, base 64, decimals and URIs come from: runtime, or foundation for Date, UUID, Data, "
                + "Decimal and URL",
            default: "runtime", .preset(\.types)),
        .init(
            "unknownMembers", "What happens to members of objects that the document does not describe: ignore or keep",
            default: "ignore",
            .choice(UnknownMembers.allCases.map(\.rawValue)) {
                $1.unknownMembers = UnknownMembers(rawValue: $0) ?? .ignore
            }),
        .init(
            "conformances", "Protocols of yours that generated models conform to, by patterns for the names of their Swift types",
            .conformances(\.conformances)),
        .init("pagination", "How the pages of operations are requested, by operationId or method and path", .pages(\.pagination)),
        .init(
            "hashable", "Whether generated types conform to Hashable; without it, release builds of them take a third less time",
            default: "true", .flag(\.hashable)),
        .init(
            "openEnums", "Whether enums keep values that the document does not list; otherwise decoding such a value fails",
            default: "true", .flag(\.openEnums)),
        .init(
            "groupedClients", "Whether clients also have a property for each tag, with its operations under shorter names",
            default: "false", .flag(\.groupedClients)),
        .init(
            "requestContext",
            "How the functions of a server get the context of the request: current (RequestContext.current) or parameter (also as "
                + "their last parameter)", default: "current",
            .choice(ContextPassing.allCases.map(\.rawValue)) { $1.requestContext = ContextPassing(rawValue: $0) ?? .current }),
        .init(
            "shards", "The number of files to distribute models over, from 1 to 64", default: "one per 80 types, at most 16",
            .number(shardLimits, \.shards)),
        .init(
            "filePrefix", "A prefix for the names of generated Swift files, which must be unique in a target",
            .identifier(\.filePrefix)),
        .init("templates", "A folder of templates that replace the built-in ones with the same relative paths", .path(\.templates)),
        .init("overlay", "OpenAPI Overlays (1.0 or 1.1) to apply to the document, in order", .paths(\.overlays)),
        .init(
            "include", "Generate only matching operations and schemas, and the schemas they use", default: "everything",
            .rules(\.filter.included)),
        .init(
            "exclude", "Omit matching operations and schemas, and the schemas that only they use", default: "nothing",
            .rules(\.filter.excluded)),
        .init("baseline", "An older version of the document to compare with, a file or git:REF:PATH", .version(\.baseline)),
        .init(
            "breaking", "How to report breaking changes since the baseline: ignore, warn or error", default: "ignore",
            .choice(BreakingChanges.allCases.map(\.rawValue)) { $1.breaking = BreakingChanges(rawValue: $0) ?? .ignore }),
        .init(
            "runtime", "Where a package gets the runtime from: a path relative to it, or a URL and a version or branch",
            default: "../apigen",
            .parsed("a path, or a URL and a version such as https://example.com/apigen.git 1.0.0") { text, configuration in
                guard let runtime = RuntimePackage(text) else { return false }
                configuration.package.runtime = runtime
                return true
            }),
        .init(
            "transport", "What the client of a package sends requests with: URLSession or AsyncHTTPClient", default: "URLSession",
            .choice(PackageTransport.allCases.map(\.rawValue)) {
                $1.package.transport = PackageTransport(rawValue: $0) ?? .urlSession
            }),
        .init("siteUrl", "The URL where the site will be published, for its sitemap", .url(\.siteURL)),
        .init(
            "tryIt", "Add to each page of the site a form that sends the operation's request to a server", default: "false",
            .flag(\.tryIt)),
        .init(
            "lenient", "Accept errors that leave a choice, and warn about the choice that was made", default: "false",
            .flag(\.lenient)),
        .init("strict", "Treat warnings as errors", default: "false", .flag(\.strict)),
        .init(
            "allowParentFolders",
            "Allow references to any file, not only below the document's folder, its package and the current folder",
            default: "false", .flag(\.allowParentFolders)),
    ]
}

extension Configuration {
    /// The output folder, optional like the other paths; setting `nil` has no effect.
    fileprivate var outputPath: String? {
        get { output }
        set { output = newValue ?? output }
    }
}
