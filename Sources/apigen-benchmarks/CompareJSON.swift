import APIRuntime
import CAllocationCount
import Foundation
import Shop

/// Reads and writes the same document with generated code, with Foundation's coders and with orjson.
func compareJSON(_ arguments: [String]) throws {
    let document = try JSONWriter.write(Shop.sample(orders: 5000))
    let megabytes = Double(document.count) / 1e6
    print(String(format: "%.1f MB of nested orders; best processor time of each\n", megabytes))
    print("                                       decode              encode")
    print("                                    MB/s  allocations   MB/s  allocations")
    let data = Data(document)
    let store = try Shop.Store(json: document)
    let plain = try JSONDecoder().decode(PlainShop.self, from: data)
    let tree = try JSONValue(json: document)
    let violations = try Shop.violations(in: document)
    guard violations.isEmpty, Shop.schemas.problems.isEmpty else {
        return print("the orders are not what their schema says: \(violations)")
    }

    let works: [Work] = [
        Work(name: "generated types", decode: { _ = try Shop.Store(json: document) }, encode: { _ = try JSONWriter.write(store) }),
        Work(
            name: "generated types, validated",
            decode: {
                _ = try Shop.violations(in: document)
                _ = try Shop.Store(json: document)
            }),
        Work(name: "JSONValue", decode: { _ = try JSONValue(json: document) }, encode: { _ = try JSONWriter.write(tree) }),
        Work(
            name: "Foundation, hand-written Codable", decode: { _ = try JSONDecoder().decode(PlainShop.self, from: data) },
            encode: { _ = try JSONEncoder().encode(plain) }),
    ]
    let rows = try measure(works, megabytes, rounds: 15)
    for (work, row) in zip(works, rows) { row.show(work.name) }
    measureOrjson(document, megabytes)?.show("orjson, into Python's own values")
    showRatios(rows)
}

/// Prints what validation costs, and how the generated types compare with Foundation, as ratios of this run.
private func showRatios(_ rows: [Row]) {
    guard rows.count > 1, let foundation = rows.last else { return }
    let (generated, validated) = (rows[0], rows[1])
    func ratio(_ one: Measurement?, _ other: Measurement?) -> Double { (one?.speed ?? 0) / (other?.speed ?? 1) }
    print(String(format: "validated / unvalidated      %10.2f x", ratio(validated.decode, generated.decode)))
    print(String(format: "validated / Foundation       %10.1f x", ratio(validated.decode, foundation.decode)))
    let (decode, encode) = (ratio(generated.decode, foundation.decode), ratio(generated.encode, foundation.encode))
    print(String(format: "generated types / Foundation %10.1f x %18.1f x", decode, encode))
}

extension Shop {
    /// What a server does with the body of a request before it reads it.
    fileprivate static func violations(in document: [UInt8]) throws -> [JSONViolation] {
        try schemas.violations(in: document, against: "#/$defs/Store", in: .requests)
    }
}

private struct Measurement {
    /// In MB/s.
    let speed: Double
    var allocations: Int?

    var text: String {
        String(format: "%5.0f  ", speed) + (allocations.map { String(format: "%11d", $0) } ?? "          -")
    }
}

private struct Row {
    let decode: Measurement
    var encode: Measurement?

    func show(_ name: String) {
        print(name.padding(toLength: 34, withPad: " ", startingAt: 0) + " " + decode.text + "  " + (encode?.text ?? ""))
    }
}

/// What is measured under a name.
private struct Work {
    let name: String
    let decode: () throws -> Void
    var encode: (() throws -> Void)?
}

/// Measures all in turns, so that a slow moment of the machine meets each of them.
private func measure(_ works: [Work], _ megabytes: Double, rounds: Int) throws -> [Row] {
    var best = works.map { _ in (decode: Double.infinity, encode: Double.infinity) }
    for _ in 0..<rounds {
        for (index, work) in works.enumerated() {
            best[index].decode = min(best[index].decode, try processorTime(of: work.decode))
            if let encode = work.encode { best[index].encode = min(best[index].encode, try processorTime(of: encode)) }
        }
    }
    func measurement(_ part: () throws -> Void, _ seconds: Double) throws -> Measurement {
        let before = allocation_count()
        try part()
        return Measurement(speed: megabytes / seconds, allocations: allocation_count() - before)
    }
    return try zip(works, best).map { work, best in
        Row(decode: try measurement(work.decode, best.decode), encode: try work.encode.map { try measurement($0, best.encode) })
    }
}

/// orjson, from an environment of its own in `.build`; nil where there is no Python to make one.
private func measureOrjson(_ document: [UInt8], _ megabytes: Double) -> Row? {
    let file = FileManager.default.temporaryDirectory.appending(path: "apigen-benchmarks-orders.json")
    defer { try? FileManager.default.removeItem(at: file) }
    let script = """
        set -e
        [ -x .build/orjson/bin/python ] || { python3 -m venv .build/orjson && .build/orjson/bin/pip install -q orjson; } >&2
        exec .build/orjson/bin/python -c '
        import orjson, sys, time
        text = open(sys.argv[1], "rb").read()
        value = orjson.loads(text)
        def best(work):
            times = []
            for _ in range(15):
                start = time.process_time()
                work()
                times.append(time.process_time() - start)
            return min(times)
        print(best(lambda: orjson.loads(text)), best(lambda: orjson.dumps(value)))
        ' "$1"
        """
    guard (try? Data(document).write(to: file)) != nil else { return nil }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script, "sh", file.path]
    process.standardOutput = output
    guard (try? process.run()) != nil else { return nil }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let times = text.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    guard times.count == 2 else { return nil }
    return Row(decode: Measurement(speed: megabytes / times[0]), encode: Measurement(speed: megabytes / times[1]))
}
