import Diagnostics

/// Returns the JSON Schema of configuration files, which editors use to complete and check them.
package func configurationSchema() -> String {
    let options = ConfigurationOption.all.map { option in
        let description = option.meaning + "." + (option.defaultValue.map { " Default: \($0)." } ?? "")
        return """
                    \(jsonString(option.name)): {
                        "description": \(jsonString(description)),
                        \(option.kind.schema)
                    }
            """
    }
    return """
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Configuration of apigen",
            "type": "object",
            "additionalProperties": false,
            "properties": {
                "$schema": {"type": "string"},
        \(options.joined(separator: ",\n"))
            }
        }

        """
}

extension ConfigurationOption.Kind {
    /// The members of the schema for the option's value.
    fileprivate var schema: String {
        switch self {
        case .path, .version, .parsed: #""type": "string", "minLength": 1"#
        case .paths: #""type": "array", "items": {"type": "string", "minLength": 1}"#
        case .rules: #""type": "array", "items": {"type": "string", "pattern": "^(tag|path|operation|schema):"}"#
        case .flag: #""type": "boolean""#
        case .number(let limits, _): #""type": "integer", "minimum": \#(limits.lowerBound), "maximum": \#(limits.upperBound)"#
        case .url: #""type": "string", "format": "uri", "pattern": "^https?://.""#
        case .identifier: #""type": "string", "pattern": "^[\\p{L}_][\\p{L}\\p{N}_]*$""#
        case .choice(let choices, _): #""enum": \#(jsonList(choices))"#
        case .choices(let choices, _): #""type": "array", "items": {"enum": \#(jsonList(choices))}"#
        case .names:
            #""type": "object", "additionalProperties": {"type": "string", "pattern": "^[\\p{L}_][\\p{L}\\p{N}_]*$"}"#
        case .preset: #""enum": \#(jsonList(TypePreset.allCases.map(\.rawValue)))"#
        case .conformances:
            #""type": "object", "additionalProperties": {"type": "array", "items": {"type": "string", "pattern": "^[\\p{L}_][\\p{L}\\p{N}_.]*$"}}"#
        case .pages: #""type": "object", "additionalProperties": {"type": "string", "minLength": 1}"#
        case .types:
            #""type": "object", "additionalProperties": {"type": "string", "pattern": "^[\\p{L}_][\\p{L}\\p{N}_.]*$"}"#
        }
    }
}

private func jsonList(_ texts: [String]) -> String {
    "[" + texts.map(jsonString).joined(separator: ", ") + "]"
}
