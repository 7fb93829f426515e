import APIRuntime

/// A regular expression and below it a text: it is matched in a time that both lengths bound, or refused.
@_cdecl("LLVMFuzzerTestOneInput")
public func matchBytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let parts = UnsafeBufferPointer(start: start, count: count).split(separator: UInt8(ascii: "\n"), maxSplits: 1)
    guard parts.count == 2 else { return 0 }
    let schema = JSONValue.object(JSONObject([.init(name: "pattern", value: .string(String(decoding: parts[0], as: UTF8.self)))]))
    let schemas = JSONSchemaSet(schema.description)
    _ = schemas.violations(of: .string(String(decoding: parts[1], as: UTF8.self)))
    return 0
}
