import APIRuntime

/// A schema and below it a value: whatever they are, the value is checked, in the same way each time and by its bytes, too.
@_cdecl("LLVMFuzzerTestOneInput")
public func checkBytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let parts = UnsafeBufferPointer(start: start, count: count).split(separator: UInt8(ascii: "\n"), maxSplits: 1)
    guard parts.count == 2, let value = try? JSONValue(json: Array(parts[1])) else { return 0 }
    let schemas = JSONSchemaSet(String(decoding: parts[0], as: UTF8.self))
    let violations = schemas.violations(of: value)
    precondition(violations.count <= 101, "violations are limited")
    precondition(schemas.violations(of: value) == violations, "the verdict stays the same")
    let byBytes = try? schemas.violations(in: Array(parts[1]))
    precondition(byBytes == violations, "bytes are judged as the value that they are")
    return 0
}
