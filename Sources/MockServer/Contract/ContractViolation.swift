import APIModel
import APIRuntime

/// A part of a request that violates the document on purpose.
enum ContractViolation {
    /// A parameter with an invalid value, or `nil` for a required one that is absent.
    case parameter(ResolvedParameter, value: APIRuntime.JSONValue?)
    /// A body in JSON, and the name of the member that is invalid or absent.
    case body(APIRuntime.JSONValue, member: String?)

    /// Returns a violation that servers have to notice; `nil` where the schemas accept everything.
    static func first(of endpoint: Endpoint, in api: API) -> ContractViolation? {
        if let body = invalidBody(of: endpoint, in: api) { return body }
        let parameters = endpoint.operation.parameters.filter(\.isSent)
        // Servers may not find the path with an invalid value in it, which is as good a rejection as any, but shows less.
        for parameter in parameters.filter({ $0.location != .path }) + parameters.filter({ $0.location == .path }) {
            if parameter.isRequired, parameter.location != .path { return .parameter(parameter, value: nil) }
            if let value = invalidText(of: parameter, in: api) { return .parameter(parameter, value: .string(value)) }
        }
        return nil
    }

    func isOf(_ parameter: ResolvedParameter) -> Bool {
        guard case .parameter(let own, _) = self else { return false }
        return own.name == parameter.name && own.location == parameter.location
    }

    var value: APIRuntime.JSONValue? {
        switch self {
        case .parameter(_, let value): value
        case .body(let value, _): value
        }
    }

    /// What is invalid, as reports name it.
    var text: String {
        switch self {
        case .parameter(let parameter, nil): "without '\(parameter.name)'"
        case .parameter(let parameter, _?): "invalid '\(parameter.name)'"
        case .body(_, let member?): "invalid body member '\(member)'"
        case .body(_, nil): "invalid body"
        }
    }

    /// Returns a text for a parameter that its schema does not accept, whatever the text is read as.
    private static func invalidText(of parameter: ResolvedParameter, in api: API) -> String? {
        guard let schema = parameter.schema, parameter.style?.shape == .primitive else { return nil }
        return ["invalid", "-1.5", ""].first { text in
            if text.isEmpty, parameter.location == .path || parameter.style?.allowsEmptyValue == true { return false }
            let value = api.schemas.value(of: .string(text), as: schema)
            return !ExampleSynthesis.fits(value.atModel, schema, in: api, for: .requests)
        }
    }

    private static func invalidBody(of endpoint: Endpoint, in api: API) -> ContractViolation? {
        guard let content = endpoint.body?.content.first, content.coding == .json, let schema = content.representation.checked,
            case .json(let valid)? = BodyExample.sample(content, in: api)
        else { return nil }
        func isInvalid(_ value: APIModel.JSONValue) -> Bool { !ExampleSynthesis.fits(value, schema, in: api, for: .requests) }
        if case .object(let members) = valid {
            for member in members.prefix(20) {
                for other: APIModel.JSONValue in [.object([]), .string("invalid")] {
                    let changed = valid.replacing(member.name, with: other)
                    if isInvalid(changed) { return .body(changed.atRuntime, member: member.name) }
                }
            }
        }
        let others: [APIModel.JSONValue] = [.string("invalid"), .array([]), .object([])]
        return others.first(where: isInvalid).map { .body($0.atRuntime, member: nil) }
    }
}

extension APIModel.JSONValue {
    fileprivate func replacing(_ name: String, with value: APIModel.JSONValue) -> APIModel.JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.map { $0.name == name ? JSONMember(name, value) : $0 })
    }
}

extension APIRuntime.JSONValue {
    /// The value as one of the model. A text that is read is never nested deeply.
    fileprivate var atModel: APIModel.JSONValue {
        switch self {
        case .string(let text): .string(text)
        case .number(let number): .number("\(number)")
        case .bool(let bool): .bool(bool)
        case .null: .null
        case .array(let elements): .array(elements.map(\.atModel))
        case .object(let object): .object(object.members.map { JSONMember($0.name, $0.value.atModel) })
        }
    }
}
