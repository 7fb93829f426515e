import APIRuntime
import Foundation
import HTTPTypes
import Shop

/// Reads inputs that are very large or deep, each in a process of its own, at two sizes, so that a time or a
/// memory that grows faster than the input shows.
func tryLimits(_ arguments: [String]) async throws {
    if arguments.count == 2, let input = HugeInput(rawValue: arguments[0]), let megabytes = Int(arguments[1]) {
        return await input.read(megabytes)
    }
    print("input            MB      s  peak MB  ends in")
    for input in HugeInput.allCases {
        for megabytes in input.sizes {
            let process = Process()
            process.executableURL = URL(filePath: CommandLine.arguments[0])
            process.arguments = ["limits", input.rawValue, String(megabytes)]
            try process.run()
            process.waitUntilExit()
            if process.terminationStatus != 0 {
                print("\(input.rawValue) at \(megabytes) MB ended with \(process.terminationStatus)")
            }
        }
    }
}

private enum HugeInput: String, CaseIterable {
    case nested, array, object, string, escapes, orders, checked, union, alternatives, form, brackets, unknown

    /// In megabytes. Requests with unions and forms are small, because servers limit them.
    var sizes: [Int] { request == nil ? [50, 200] : [4, 16] }

    func read(_ megabytes: Int) async {
        let document = document(megabytes * 1_000_000)
        let request = await request?(document)
        let before = peakMegabytes()
        let start = processorTime()
        let ending = if let request { await outcome(of: request) } else { outcome(of: document) }
        let seconds = processorTime() - start
        let columns = String(format: " %5d %6.2f %8d  ", document.count / 1_000_000, seconds, peakMegabytes() - before)
        print(rawValue.padding(toLength: 12, withPad: " ", startingAt: 0) + columns + ending)
    }

    private func outcome(of document: [UInt8]) -> String {
        do throws(JSONError) {
            switch self {
            case .orders: return "\(try Shop.Store(json: document).orders.count) orders"
            case .checked:
                return "\(try Shop.schemas.violations(in: document, against: "#/$defs/Store", in: .requests).count) violations"
            default: return "a value of \(try JSONValue(json: document).memberCount) members"
            }
        } catch {
            return String(error.description.suffix(60))
        }
    }

    private func outcome(of request: RequestMessage) async -> String {
        var router = OrderService().router()
        router.maximumBodyBytes = .max
        return "status \(await router.respond(to: request).head.status.code)"
    }

    /// Makes a request with a body; `nil` for inputs that are read by themselves.
    private var request: (([UInt8]) async -> RequestMessage?)? {
        let call: (Shop.Client) async throws -> Void
        switch self {
        case .nested, .array, .object, .string, .escapes, .orders, .checked: return nil
        case .union, .alternatives: call = { try await $0.replaceMeasurements(body: .measurements([])) }
        case .form, .brackets: call = { try await $0.replaceSettings(body: Shop.Settings()) }
        case .unknown: call = { try await $0.replaceStation(body: Shop.Station(name: "")) }
        }
        return { body in
            let recorder = Recorder(router: OrderService().router())
            try? await call(Shop.Client(serverURL: "http://localhost", transport: recorder))
            var request = recorder.request.withLock(\.self)
            request?.body = HTTPBody(body)
            return request
        }
    }

    private func document(_ size: Int) -> [UInt8] {
        switch self {
        case .nested: return [UInt8](repeating: UInt8(ascii: "["), count: size)
        case .array: return Array("[".utf8) + [UInt8](repeating: Array("1234567,".utf8), count: size / 8) + Array("1]".utf8)
        case .object:
            var text: [UInt8] = Array("{".utf8)
            for index in 0..<size / 20 { text += "\"member\(index)\":\(index),".utf8 }
            return text + Array("\"last\":0}".utf8)
        case .union: return Array("[".utf8) + [UInt8](repeating: Array("7,".utf8), count: size / 2) + Array("1]".utf8)
        case .alternatives:
            let values = [UInt8](repeating: Array("7,".utf8), count: size / 2)
            return Array("{\"source\":\"\",\"values\":[".utf8) + values + Array("1]}".utf8)
        case .form, .unknown: return Array(("name=x" + (0..<size / 8).map { "&\(100_000 + $0)=" }.joined()).utf8)
        case .brackets: return Array((0..<size / 10).map { "&a[\(100_000 + $0)]=" }.joined().utf8)
        case .string: return Array("\"".utf8) + [UInt8](repeating: UInt8(ascii: "a"), count: size) + Array("\"".utf8)
        case .escapes: return Array("\"".utf8) + [UInt8](repeating: Array("\\u00e9\\n".utf8), count: size / 8) + Array("\"".utf8)
        case .orders, .checked:
            let some = (try? JSONWriter.write(Shop.sample(orders: 1000).orders)) ?? []
            var text = Array("{\"name\":\"x\",\"orders\":[".utf8)
            for index in 0...size / some.count {
                if index > 0 { text.append(UInt8(ascii: ",")) }
                text += some.dropFirst().dropLast()
            }
            return text + Array("]}".utf8)
        }
    }
}

extension JSONValue {
    fileprivate var memberCount: Int { array?.count ?? object?.count ?? 1 }
}

extension [UInt8] {
    fileprivate init(repeating unit: [UInt8], count: Int) {
        self = []
        reserveCapacity(unit.count * count)
        for _ in 0..<count { self += unit }
    }
}

/// The most memory that the process has held so far, in MB.
private func peakMegabytes() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1000
}
