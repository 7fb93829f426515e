import APIModel
import Printing

extension SchemaText {
    /// Writes a keyword whose schemas are about members, elements or names, or that negates one.
    mutating func writeInside(_ keyword: Assertion.Keyword, depth: Int) {
        switch keyword {
        case .properties(let members): writeMembers("properties", members, depth: depth)
        case .patternProperties(let members): writeMembers("patternProperties", members, depth: depth)
        case .additionalProperties(let schema): writeMember("additionalProperties", schema, depth: depth)
        case .unevaluatedProperties(let schema): writeMember("unevaluatedProperties", schema, depth: depth)
        case .propertyNames(let schema): writeMember("propertyNames", schema, depth: depth)
        case .items(let schema): writeMember("items", schema, depth: depth)
        case .contains(let schema): writeMember("contains", schema, depth: depth)
        case .unevaluatedItems(let schema): writeMember("unevaluatedItems", schema, depth: depth)
        case .not(let schema): writeMember("not", schema, depth: depth)
        case .prefixItems(let elements):
            json.key("prefixItems")
            json.begin("[")
            for element in elements { write(schemas.use(of: element), depth: depth) }
            json.end("]")
        default: break
        }
    }

    private mutating func writeMembers(_ name: String, _ members: [NamedSchema], depth: Int) {
        json.key(name)
        json.begin("{")
        for member in members { writeMember(member.name, member.schema, depth: depth) }
        json.end("}")
    }

    mutating func writeMember(_ name: String, _ schema: SchemaID, depth: Int) {
        json.key(name)
        write(schemas.use(of: schema), depth: depth)
    }
}
