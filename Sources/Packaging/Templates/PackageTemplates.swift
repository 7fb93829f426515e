import Generator
import Templating

/// The values of `Package.swift`.
struct ManifestTemplate: SwiftFileTemplate {
    static let template = "package/manifest"
    static let fields: [Field<Self>] = [
        .text("name", \.name), .text("tests", \.tests), .text("dependency", \.dependency),
        .arguments("dependencies", \.dependencies), .arguments("testDependencies", \.testDependencies),
    ]

    let name: String
    let tests: String
    let dependency: String
    let dependencies: [String]
    let testDependencies: [String]
}

/// The values of a package's README.
struct ReadmeTemplate: FileTemplate {
    static let template = "package/readme"
    static let fields: [Field<Self>] = [
        .text("title", \.title), .text("api", \.api), .text("version", \.version), .text("description", \.description),
        .text("dependency", \.dependency), .text("product", \.product), .text("sample", \.sample),
        .flag("isVersioned", \.isVersioned), .text("specification", \.document), .text("license", \.license),
    ]

    let title: String
    let api: String
    let version: String
    let description: String
    let dependency: String
    let product: String
    let sample: String
    /// Whether the document's version can be that of a package.
    let isVersioned: Bool
    let document: String
    let license: String
}

/// The values of the workflow that tests a package.
struct WorkflowTemplate: FileTemplate {
    static let template = "package/workflow"
    static let fields: [Field<Self>] = [.flag("isRuntimeLocal", \.isRuntimeLocal)]

    /// Whether the runtime is in a folder that a runner does not have.
    let isRuntimeLocal: Bool

    init(_ options: PackageOptions) {
        if case .path = options.runtime { isRuntimeLocal = true } else { isRuntimeLocal = false }
    }
}

/// The list of files that are not committed.
struct IgnoredFilesTemplate: FileTemplate {
    static let template = "package/ignore"
    static let fields: [Field<Self>] = []
}

/// The values of the file with the client and the server of a package's tests.
struct WireTemplate: SwiftFileTemplate {
    static let template = "package/wire"
    static let fields: [Field<Self>] = [
        .text("serverURL", \.serverURL), .arguments("credentials", \.credentials), .flag("hasCredentials", \.hasCredentials),
        .flag("comparesBodies", \.comparesBodies), .flag("isOpenEnded", \.isOpenEnded),
    ]

    let serverURL: String
    let credentials: [String]
    let comparesBodies: Bool
    let isOpenEnded: Bool
    var hasCredentials: Bool { !credentials.isEmpty }
}

/// The values of a file of a package's tests.
struct WireTestsTemplate: SwiftFileTemplate {
    static let template = "package/wireTests"
    static let fields: [Field<Self>] = [
        .list("modules", \.modules), .text("name", \.name), .text("tag", \.tag), .list("tests", \.tests),
        .flag("hasOmissions", \.hasOmissions),
        .list("omissions", \.omissions),
    ]

    /// The modules of types that the tests name.
    let modules: [Module]
    let name: String
    /// The tag as code; empty for operations without one.
    let tag: String
    let tests: [Test]
    let omissions: [Omission]
    var hasOmissions: Bool { !omissions.isEmpty }

    struct Module: TemplateModel {
        static let fields: [Field<Self>] = [.text("name", \.name)]

        let name: String
    }

    struct Test: TemplateModel {
        static let fields: [Field<Self>] = [
            .text("comment", \.comment), .flag("isDeprecated", \.isDeprecated), .text("name", \.name), .text("call", \.call),
            .arguments("arguments", \.arguments), .arguments("request", \.request), .arguments("response", \.response),
        ]

        let comment: String
        let isDeprecated: Bool
        let name: String
        /// The function of the client, with what stands in front of it.
        let call: String
        let arguments: [String]
        let request: [String]
        let response: [String]
    }

    /// An operation without a test.
    struct Omission: TemplateModel {
        static let fields: [Field<Self>] = [.text("call", \.call)]

        let call: String
    }
}
