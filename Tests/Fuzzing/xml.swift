/// What is read as XML is written as XML that reads the same, with a shape and without one.
@_cdecl("LLVMFuzzerTestOneInput")
public func readBytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let node = try? XMLParser.parse(bytes) else { return 0 }
    roundTrip(node, .any)
    roundTrip(node, shape)
    return 0
}

private let shape: XMLShape = .object(
    .init("a", prefix: "p", namespace: "urn:a"),
    [
        .attribute("b", as: .init("b", prefix: "p", namespace: "urn:b")),
        .element("c", .object([.text("d", isCDATA: true), .attribute("e")])),
        .items("f", as: "g", required: true, shape), .element("h", .list(item: "i", .list(item: "j", .token))),
    ])

private func roundTrip(_ node: XMLNode, _ shape: XMLShape) {
    guard let first = value(of: node, shape), let written = try? XMLWriter.write(first, as: shape) else { return }
    guard let again = try? XMLParser.parse(written) else { preconditionFailure("what was written cannot be read") }
    precondition(value(of: again, shape) == first, "what was written is another value")
}

private func value(of node: XMLNode, _ shape: XMLShape) -> JSONValue? {
    guard let tree = try? XMLReader.value(of: node, as: shape) else { return nil }
    var json: [UInt8] = []
    tree.appendJSON(to: &json)
    return try? JSONValue(json: json)
}
