import APIRuntime

/// What a type makes of JSON, written again.
func roundTrip<Value: JSONCodable>(_ type: Value.Type, _ json: String) throws -> String {
    String(decoding: try JSONWriter.write(try Value(json: Array(json.utf8))), as: UTF8.self)
}

func read<Value: JSONCodable>(_ type: Value.Type, _ json: String) throws(JSONError) -> Value {
    try Value(json: Array(json.utf8))
}
