import APIModel
import Printing

extension SchemaText {
    /// Writes a keyword whose schemas are about the same value.
    mutating func writeInPlace(_ keyword: Assertion.Keyword, of use: SchemaUse, depth: Int) {
        switch keyword {
        case .reference(let schema): json.member("$ref", schemas.reference(to: schemas.part(schema, of: use)))
        case .oneOf(let parts): writeAlternatives("oneOf", parts, of: use, depth: depth)
        case .anyOf(let parts): writeAlternatives("anyOf", parts, of: use, depth: depth)
        case .dependentSchemas(let members):
            json.key("dependentSchemas")
            json.begin("{")
            for member in members { writePart(member.name, member.schema, of: use, depth: depth) }
            json.end("}")
        case .condition(let condition, let then, let otherwise):
            writeMember("if", condition, depth: depth)
            if let then { writePart("then", then, of: use, depth: depth) }
            if let otherwise { writePart("else", otherwise, of: use, depth: depth) }
        default: break
        }
    }

    /// Writes parts and discriminators as one list. A discriminator is a list of conditions, so that the violations of the schema that
    /// it selects are reported and not only that no alternative matches.
    mutating func writeAllOf(_ assertions: [Assertion], of use: SchemaUse, depth: Int) {
        json.key("allOf")
        json.begin("[")
        for assertion in assertions {
            switch assertion.keyword {
            case .allOf(let parts):
                for part in parts { write(schemas.part(part, of: use), depth: depth) }
            case .discriminated(let name, let choices, let otherwise):
                writeDiscriminator(name, choices, otherwise, of: use, depth: depth)
            case .subtypes(let name, let choices):
                for choice in choices { writeSubtype(choice, name, depth: depth) }
            default: break
            }
        }
        json.end("]")
    }

    private mutating func writeDiscriminator(
        _ name: String, _ choices: [DiscriminatorChoice], _ otherwise: [SchemaID], of use: SchemaUse, depth: Int
    ) {
        let selected = Set(choices.map(\.schema))
        // A value that is no object, such as null, meets a condition on members.
        let isForObjects = !selected.isSuperset(of: otherwise)
        for choice in choices {
            json.begin("{")
            writeCondition(name, isOneOf: choice.values, isForObjects: isForObjects)
            json.key("then")
            write(schemas.alternative(choice.schema, of: use), depth: depth)
            json.end("}")
        }
        json.begin("{")
        writeCondition(name, isOneOf: choices.flatMap(\.values), isForObjects: isForObjects)
        json.key("else")
        json.begin("{")
        writeAlternatives("anyOf", otherwise, of: use, depth: depth)
        json.end("}")
        json.end("}")
    }

    private mutating func writeSubtype(_ choice: DiscriminatorChoice, _ name: String, depth: Int) {
        json.begin("{")
        writeCondition(name, isOneOf: choice.values, isForObjects: true)
        json.key("then")
        write(schemas.use(of: choice.schema), depth: depth)
        json.end("}")
    }

    private mutating func writeCondition(_ property: String, isOneOf values: [JSONValue], isForObjects: Bool) {
        json.key("if")
        json.begin("{")
        if isForObjects { json.member("type", "object") }
        json.member("required", list: [property])
        json.key("properties")
        json.begin("{")
        json.key(property)
        json.begin("{")
        json.member("enum", raws: values.map { $0.literal(.json) })
        json.end("}")
        json.end("}")
        json.end("}")
    }

    private mutating func writeAlternatives(_ name: String, _ list: [SchemaID], of use: SchemaUse, depth: Int) {
        json.key(name)
        json.begin("[")
        for alternative in list { write(schemas.alternative(alternative, of: use), depth: depth) }
        json.end("]")
    }

    private mutating func writePart(_ name: String, _ part: SchemaID, of use: SchemaUse, depth: Int) {
        json.key(name)
        write(schemas.part(part, of: use), depth: depth)
    }
}
