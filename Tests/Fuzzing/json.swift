import APIRuntime

/// What is read as JSON is written as JSON that reads the same, whatever type it is read as.
@_cdecl("LLVMFuzzerTestOneInput")
public func readBytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    roundTrip(JSONValue.self, bytes)
    roundTrip([String: [Int]].self, bytes)
    roundTrip([Double?].self, bytes)
    roundTrip([[String: Timestamp]].self, bytes)
    roundTrip([DecimalNumber].self, bytes)
    roundTrip([UniqueID].self, bytes)
    roundTrip([FullDate].self, bytes)
    roundTrip([Base64Data].self, bytes)
    return 0
}

private func roundTrip<Value: JSONCodable & Equatable>(_ type: Value.Type, _ bytes: [UInt8]) {
    guard let value = try? JSONReader.read(type, from: bytes), let written = try? JSONWriter.write(value) else { return }
    guard let again = try? JSONReader.read(type, from: written) else { preconditionFailure("what was written cannot be read") }
    precondition(again == value, "what was written is another value")
}
