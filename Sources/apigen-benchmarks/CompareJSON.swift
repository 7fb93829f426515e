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

    print("                                    decode   encode")
    ours.show("generated types")
    tree.show("JSONValue")
    foundation.show("Foundation, hand-written Codable")
    print(String(format: "generated types / Foundation        %5.1fx   %5.1fx", ours.decode / foundation.decode, ours.encode / foundation.encode))
}

private func writingTree(of document: [UInt8]) throws -> () throws -> Void {
    let tree = try JSONValue(json: document)
    return { _ = try JSONWriter.write(tree) }
}

private struct Speeds {
    let decode: Double
    let encode: Double

    func show(_ name: String) {
        print(name.padding(toLength: 34, withPad: " ", startingAt: 0) + String(format: "%8.0f %8.0f", decode, encode))
    }
}
