/// A value to be tried on a generated type, and what is to be done with it.
public struct Trial: Sendable {
    public enum Kind: String, Sendable {
        /// The schema accepts the value.
        case fits
        /// The value violates the schema in one place.
        case spoiled
        /// The schema accepts the value, which has only the members that are required.
        case minimal
        /// The value is one of the named alternative, to be put into a union.
        case alternative
        /// The union accepts the value, which was made for the named alternative.
        case chosen
        /// The same, where a discriminator says so.
        case told
        /// An array of an object without the members that have defaults, and the object with them.
        case defaults
    }

    public let kind: Kind
    public let direction: Direction
    public let schema: String
    /// The component of an alternative; empty where the kind names none.
    public let alternative: String
    public let json: String

    /// Reads a line: the kind, the direction, the schema's name, the alternative's name and the JSON, separated by tabs.
    public init?(line: Substring) {
        let fields = line.split(separator: "\t", maxSplits: 4, omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 5, let kind = Kind(rawValue: fields[0]), let direction = Direction(rawValue: fields[1]) else {
            return nil
        }
        self.kind = kind
        self.direction = direction
        schema = fields[2]
        alternative = fields[3]
        json = fields[4]
    }
}

/// The properties on which a generated type, the generated validator and the author's schema agree.
public enum Property: String, CaseIterable, Sendable {
    /// The initializer, given what is required, makes a value that the schema accepts.
    case constructible
    /// The type reads every value that the schema accepts, as the right alternative, and the validator accepts it too.
    case decodable
    /// What was read is written without a loss.
    case stable
    /// An absent member is read as its default.
    case defaulted
    /// Client and server take the bodies that the schema accepts, and no others.
    case carried
    /// The examples of the docs are values that the schema accepts.
    case shown
    /// The type, or the validator, refuses what the schema refuses.
    case justified
}

/// A value on which type, validator and schema disagree.
public struct Finding: Sendable, CustomStringConvertible {
    public let property: Property
    public let schema: String
    public let direction: Direction
    public let json: String
    /// What happened instead.
    public let outcome: String

    public init(property: Property, schema: String, direction: Direction, json: String, outcome: String) {
        self.property = property
        self.schema = schema
        self.direction = direction
        self.json = json
        self.outcome = outcome
    }

    /// The property and the schema on which there is no agreement.
    public var place: String { "\(property.rawValue) \(schema) in \(direction.rawValue)" }

    public var description: String {
        [property.rawValue, schema, direction.rawValue, json, outcome].joined(separator: "\t")
    }
}
