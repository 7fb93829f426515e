package import APIModel
import Printing
package import Templating

/// The values that every template of Swift may use, in every section.
package struct SwiftConstants: TemplateModel {
    package static let fields: [Field<Self>] = [
        .text("access", \.access), .text("importAccess", \.access), .text("modelsModule", \.modelsModule),
        .flag("isHashable", \.isHashable), .text("document", \.document), .text("namespace", \.namespace), .text("swift", \.swift),
        .text("runtime", \.runtime), .flag("hasSecuritySchemes", \.hasSecuritySchemes),
    ]

    /// The modifier of declarations and imports with a space behind it; empty where there is none.
    let access: String
    let modelsModule: String
    let isHashable: Bool
    let document: String
    let namespace: String
    /// What stands before a name of the standard library.
    let swift: String
    /// What stands before a name of the runtime.
    let runtime: String
    let hasSecuritySchemes: Bool

    /// The values for templates that use the types of operations.
    package init(operationsOf api: API, _ options: SwiftOptions) {
        self.init(api, .operations, options)
    }

    init(_ api: API, _ file: SwiftFile, _ options: SwiftOptions) {
        let spelling = Spelling(api: api, file: file)
        access = options.access == .internal ? "" : options.access.rawValue + " "
        modelsModule = options.modelsModule ?? ""
        isHashable = options.isHashable
        document = SwiftText.commentLine(api.about.fileName)
        namespace = api.namespace.spelling
        swift = spelling.swift
        runtime = spelling.runtime
        hasSecuritySchemes = !api.credentials.isEmpty
    }
}
