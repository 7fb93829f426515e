public import APIRuntime

/// A generated type, ready to be tried: read, written and made by its initializer.
public struct TypeDriver: Sendable {
    public let name: String
    /// Reads a value of the type and writes it again. A null is read as an optional, as it is where a schema that allows it is used.
    let roundTrip: @Sendable ([UInt8]) throws -> [UInt8]
    /// Calls the initializer with the members that a direction requires.
    let constructors: [Direction: @Sendable (Members) throws -> [UInt8]]
    /// Wraps the value of a component schema in the case of a union that stands for it, by the component's name.
    let alternatives: [String: @Sendable (Members) throws -> [UInt8]]
    /// Reads a union and names the component whose case it is; `nil` for another case.
    let alternative: @Sendable ([UInt8]) throws -> String?

    /// - Parameters:
    ///   - name: the name under `components/schemas`.
    ///   - construct: what makes a value of nothing but what a direction requires.
    ///   - alternatives: what makes a union of one of its alternatives.
    ///   - alternative: the component whose case a union is.
    public init<Value: JSONCodable>(
        _ name: String, _ type: Value.Type, construct: [Direction: @Sendable (Members) throws -> Value] = [:],
        alternatives: [String: @Sendable (Members) throws -> Value] = [:],
        alternative: @escaping @Sendable (Value) -> String? = { _ in nil }
    ) {
        self.name = name
        roundTrip = { json in
            json == Array("null".utf8) ? try JSONWriter.write(try Value?(json: json)) : try JSONWriter.write(try Value(json: json))
        }
        constructors = construct.mapValues { make in { try JSONWriter.write(try make($0)) } }
        self.alternative = { alternative(try Value(json: $0)) }
        self.alternatives = alternatives.mapValues { make in { try JSONWriter.write(try make($0)) } }
    }
}

/// The direction in which messages carry a value.
public enum Direction: String, CaseIterable, Sendable {
    case requests, responses
    /// No operation carries the value.
    case undirected

    var message: MessageDirection? {
        switch self {
        case .requests: .requests
        case .responses: .responses
        case .undirected: nil
        }
    }
}

/// The JSON that the arguments of an initializer are read from.
public struct Members: Sendable {
    let value: JSONValue

    public init(_ value: JSONValue) {
        self.value = value
    }

    /// Reads a member of the JSON object.
    public func callAsFunction<Value: JSONCodable>(_ name: String) throws -> Value {
        guard let member = value.object?[name] else { throw MissingMember(name: name) }
        return try member.decode(Value.self)
    }

    /// Reads the whole value.
    public func callAsFunction<Value: JSONCodable>() throws -> Value {
        try value.decode(Value.self)
    }
}

/// An argument that the initializer needs and the schema does not require.
private struct MissingMember: Error, CustomStringConvertible {
    let name: String
    var description: String { "the initializer needs '\(name)', which the schema does not require" }
}
