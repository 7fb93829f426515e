import APIModel
import Printing

/// What a file holds, which decides whose names it uses.
enum SwiftFile {
    case models, operations
}

/// How the names of an API are spelled in Swift source, inside its namespace.
struct Spelling {
    let api: API
    let file: SwiftFile
    /// Whether declared types are spelled with their namespace, for code outside of it.
    var isQualified = false
    /// Whether it is for the bodies of functions, which other files do not see.
    var isInBody = false
    /// The modules of the types that were spelled.
    let modules: SpelledModules

    init(api: API, file: SwiftFile, isQualified: Bool = false) {
        self.api = api
        self.file = file
        self.isQualified = isQualified
        modules = SpelledModules()
    }

    /// The spelling of names in the bodies of functions outside of the namespace.
    var outside: Spelling {
        var outside = self
        outside.isQualified = true
        outside.isInBody = true
        return outside
    }

    /// What stands before a name of the standard library: nothing, unless the document hides such names.
    var swift: String { api.hiddenNames.standardLibrary ? "Swift." : "" }
    /// What stands before a name of the runtime: nothing, unless the document hides such names.
    var runtime: String {
        let isHidden = api.hiddenNames.models || api.hiddenNames.operations && file == .operations
        return isHidden ? "APIRuntime." : ""
    }

    func type(_ type: TypeReference) -> String {
        if let module = type.module { modules.note(module, isInBody: isInBody) }
        return switch type {
        case .standard(let standard): swift + standard.rawValue
        case .runtime(let runtimeType): runtime + runtimeType.rawValue
        case .foundation(let type): type.rawValue
        case .declared(let id): qualified(api[id].name)
        case .custom(let name): name.spelling
        case .array(let element): "[\(self.type(element))]"
        case .dictionary(let value): "[\(swift)String: \(self.type(value))]"
        case .optional(let wrapped): self.type(wrapped) + "?"
        case .nullable(let wrapped): "\(runtime)Nullable<\(self.type(wrapped))>"
        }
    }

    /// The type of a body, on both sides of the wire.
    func type(_ content: Content) -> String {
        switch content.coding {
        case .json, .form, .xml, .text: type(content.type)
        case .bytes: runtime + "HTTPBody"
        case .multipart:
            content.form.map { "\(runtime)MultipartBody<\(qualified($0.name))>" } ?? runtime + "MultipartParts"
        case .events: runtime + "EventStream"
        case .jsonEvents: "\(runtime)JSONEvents<\(type(content.type))>"
        case .typedEvents: "\(runtime)TypedEvents<\(type(content.type))>"
        case .jsonLines: "\(runtime)JSONLines<\(type(content.type))>"
        }
    }

    /// The type of a body that may be one of several media types; nil where there is none.
    func type(ofBody contents: [Content], choice: Identifier?) -> String? {
        choice.map { qualified($0) } ?? contents.first.map { type($0) }
    }

    /// The type of a request body; one that may be absent is optional.
    func type(_ body: EndpointBody) -> String {
        let type = type(ofBody: body.content, choice: body.choiceName) ?? ""
        return body.isRequired || type.hasSuffix("?") ? type : type + "?"
    }

    /// The type that a client's function takes as its body.
    func sentType(_ body: EndpointBody) -> String {
        guard let form = body.sentForm else { return type(body) }
        return qualified(form.name) + (body.isRequired ? "" : "?")
    }

    /// What an operation's function throws.
    func error(of endpoint: Endpoint) -> String {
        endpoint.errorName?.spelling ?? runtime + "CallError"
    }

    /// A name of the namespace.
    func qualified(_ name: Identifier) -> String {
        isQualified ? api.namespace.spelling + "." + name.spelling : name.spelling
    }
}
