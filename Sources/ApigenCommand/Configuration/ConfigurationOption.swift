import APIModel
import Generator
import OpenAPI

/// An option of configuration files: its place in the one table that reads them, describes them to editors, and names
/// the command's flags.
package struct ConfigurationOption: Sendable {
    /// How it is spelled in a file; the flag has the same words, with hyphens between.
    package let name: String
    /// What it decides, in a sentence without a full stop.
    package let meaning: String
    let kind: Kind

    /// What may stand behind it, and which property of a configuration it fills.
    enum Kind: Sendable {
        /// A file or folder, relative to the configuration's folder.
        case path(Place<String?>)
        /// Several of them, in a list.
        case paths(Place<[String]>)
        case flag(Place<Bool>)
        case number(ClosedRange<Int>, Place<Int?>)
        /// An address of the web.
        case url(Place<String?>)
        /// A name that Swift source can spell.
        case identifier(Place<String?>)
        case choice([String], @Sendable (String, inout Configuration) -> Void)
        /// Some of a few names, in a list.
        case choices([String], @Sendable ([String], inout Configuration) -> Void)
        /// A mapping of the document's names to Swift names.
        case names(Place<[NameOverride]>)
        /// A list of what is meant, such as `path:/pets/**`.
        case rules(Place<[DocumentFilter.Rule]>)
        /// A mapping of formats to Swift types.
        case types(Place<[String: String]>)
    }

    typealias Place<Value> = any WritableKeyPath<Configuration, Value> & Sendable

    private init(_ name: String, _ meaning: String, _ kind: Kind) {
        self.name = name
        self.meaning = meaning
        self.kind = kind
    }

    /// The option of a name, or nil.
    package static func named(_ name: String) -> ConfigurationOption? {
        all.first { $0.name == name }
    }

    /// Every option, in the order in which they are described.
    package static let all: [ConfigurationOption] = [
        .init("document", "The OpenAPI document that the configuration is for", .path(\.document)),
        .init("output", "The folder that files are written to", .path(\.outputPath)),
        .init(
            "emit", "What to make",
            .choices(Output.allCases.map(\.rawValue)) { $1.emit = $0.compactMap(Output.init(rawValue:)) }),
        .init(
            "access", "Who may use the generated declarations",
            .choice(AccessLevel.allCases.map(\.rawValue)) { $1.access = AccessLevel(rawValue: $0) ?? .public }),
        .init("namespace", "The enum that everything of the document lives in", .identifier(\.namespace)),
        .init(
            "modelsModule", "The module that models and operations come from, when another target makes them",
            .identifier(\.modelsModule)),
        .init(
            "names", "Swift names for schemas, operations, properties and parameters, by their names in the document",
            .names(\.names)),
        .init("formats", "Swift types for values of formats: your own as `Module.Type`, or the runtime's", .types(\.formats)),
        .init("hashable", "Whether the types of schemas can be compared and hashed", .flag(\.hashable)),
        .init("openEnums", "Whether enums keep a value that the document does not name", .flag(\.openEnums)),
        .init("shards", "How many files the models are dealt out to", .number(shardLimits, \.shards)),
        .init("templates", "A folder whose files replace the templates of the same relative path", .path(\.templates)),
        .init("overlay", "OpenAPI overlays that change the document before it is read, in their order", .paths(\.overlays)),
        .init("include", "Make only this, with the schemas that it needs", .rules(\.filter.included)),
        .init("exclude", "Leave this out, with the schemas that nothing else needs", .rules(\.filter.excluded)),
        .init("siteUrl", "The address that the site is published at, for its sitemap", .url(\.siteURL)),
        .init("tryIt", "Give each page of the site a form that sends the operation's request to a server", .flag(\.tryIt)),
        .init("lenient", "Take documents whose mistakes leave a choice, and say which choice was made", .flag(\.lenient)),
        .init("strict", "Take no document that there is a warning about", .flag(\.strict)),
        .init(
            "allowParentFolders",
            "Read files that the document refers to from anywhere, not only from its folder, its package and the current folder",
            .flag(\.allowParentFolders)),
    ]
}

extension Configuration {
    /// The output folder as one of the paths, which may all be missing.
    fileprivate var outputPath: String? {
        get { output }
        set { output = newValue ?? output }
    }
}
