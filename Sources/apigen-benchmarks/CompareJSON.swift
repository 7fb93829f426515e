import APIRuntime
import Foundation

/// Reads and writes the same document with generated code's functions and with Foundation's coders.
func compareJSON(_ arguments: [String]) throws {
    let document = try JSONWriter.write(Shop.sample(orders: 5000))
    let megabytes = Double(document.count) / 1e6
    print(String(format: "%.1f MB of nested orders; best processor time of each, MB/s\n", megabytes))
    let data = Data(document)
    let shop = try Shop(json: document)
    let plain = try JSONDecoder().decode(PlainShop.self, from: data)

    let ours = Speeds(
        decode: megabytes / (try bestTime(rounds: 25) { _ = try Shop(json: document) }),
        encode: megabytes / (try bestTime(rounds: 25) { _ = try JSONWriter.write(shop) }))
    let foundation = Speeds(
        decode: megabytes / (try bestTime(rounds: 7) { _ = try JSONDecoder().decode(PlainShop.self, from: data) }),
        encode: megabytes / (try bestTime(rounds: 7) { _ = try JSONEncoder().encode(plain) }))
    let tree = Speeds(
        decode: megabytes / (try bestTime(rounds: 15) { _ = try JSONValue(json: document) }),
        encode: megabytes / (try bestTime(rounds: 15, writingTree(of: document))))

    let schemas = JSONSchemaSet(Shop.schema)
    let violations = try schemas.violations(in: document)
    guard violations.isEmpty, schemas.problems.isEmpty else { return print("the orders are not what their schema says: \(violations)") }
    let validated = megabytes / (try bestTime(rounds: 7) {
        _ = try schemas.violations(in: document)
        _ = try Shop(json: document)
    })

    print("                                    decode   encode")
    ours.show("generated types")
    Speeds(decode: validated, encode: nil).show("generated types, validated")
    tree.show("JSONValue")
    foundation.show("Foundation, hand-written Codable")
    print("generated types / Foundation      " + times(ours.decode / foundation.decode) + times((ours.encode ?? 0) / (foundation.encode ?? 1)))
}

private func writingTree(of document: [UInt8]) throws -> () throws -> Void {
    let tree = try JSONValue(json: document)
    return { _ = try JSONWriter.write(tree) }
}

private struct Speeds {
    let decode: Double
    let encode: Double?

    func show(_ name: String) {
        print(name.padding(toLength: 34, withPad: " ", startingAt: 0) + String(format: "%8.0f", decode) + (encode.map { String(format: " %8.0f", $0) } ?? ""))
    }
}

private func times(_ ratio: Double) -> String {
    String(format: "%7.1fx ", ratio)
}
