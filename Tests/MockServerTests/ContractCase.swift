import Foundation
import Testing

/// A call of an operation, the response of a server that may misbehave, and the expected judgment.
///
/// A file of cases has an OpenAPI document, a line of equals signs, and cases:
///
///     # what is shown
///     > operationId credential=value
///     < HTTP/1.1 200 OK
///     < Content-Type: text/plain
///     <
///     < body
///     ! hang
///     = failed
///     = a reason, in which * stands for any text
///
/// `! hang` keeps the connection open after that, `! close` closes it, `! endless` repeats the body, and `! bare` is a body of no length.
/// Otherwise, the response has a `Content-Length`.
struct ContractCase: Sendable, CustomTestStringConvertible {
    let title: String
    private(set) var operation = ""
    private(set) var credentials: [String: String] = [:]
    private(set) var head: [String] = []
    private(set) var body: [String] = []
    private(set) var ending = Ending.length
    private(set) var expected: [String] = []
    private var isInBody = false

    enum Ending: String, Sendable {
        case length, hang, close, endless, bare
    }

    var testDescription: String { title }

    static let document = file.first.map(String.init) ?? ""
    static let all: [ContractCase] = {
        var cases: [ContractCase] = []
        for line in (file.last ?? "").split(separator: "\n") {
            if line.hasPrefix("# ") {
                cases.append(ContractCase(title: String(line.dropFirst(2))))
            } else if !cases.isEmpty {
                cases[cases.count - 1].read(line)
            }
        }
        return cases
    }()

    private static let file: [Substring] = {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "ContractCases/responses.txt")
        return ((try? String(contentsOf: path, encoding: .utf8)) ?? "").split(separator: "\n=====\n")
    }()

    private init(title: String) {
        self.title = title
    }

    private mutating func read(_ line: Substring) {
        let text = String(line.dropFirst(2))
        switch line.first {
        case ">":
            let words = text.split(separator: " ").map(String.init)
            operation = words.first ?? ""
            for pair in words.dropFirst().map({ $0.split(separator: "=").map(String.init) }) { credentials[pair[0]] = pair[1] }
        case "<" where isInBody: body.append(text)
        case "<" where text.isEmpty: isInBody = true
        case "<": head.append(text)
        case "!": ending = Ending(rawValue: text) ?? .length
        case "=": expected.append(text)
        default: break
        }
    }

    /// What the server sends.
    var bytes: String {
        if head.isEmpty { return "" }
        let isChunked = head.contains("Transfer-Encoding: chunked")
        let content = body.joined(separator: isChunked ? "\r\n" : "\n")
        let length = ending == .length ? ["Content-Length: \(content.utf8.count)"] : []
        // A head that is broken off has no end.
        let isWhole = head.count > 1 || ending != .close
        let rest = isWhole ? "\r\n\r\n" + content + (isChunked && !body.isEmpty ? "\r\n" : "") : ""
        return (head + length).joined(separator: "\r\n") + rest
    }

    /// What follows for ever.
    var repeated: String { String(repeating: body.joined(separator: "\r\n") + "\r\n", count: 100) }
}
