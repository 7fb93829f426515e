import Foundation
import Testing

/// A request to a mock, and the response that is expected.
///
/// A file of cases has an OpenAPI document, a line of equals signs, and cases:
///
///     # what is shown
///     > GET /pets
///     > Accept: application/json
///     < 200
///     < content-type: application/json
///     < {"id": 1}
///
/// Header fields follow the first line, and an empty line separates a body from them. Expected JSON is compared as JSON. `<~` expects a
/// text in the body, and `<!` that a header field is absent.
struct MockCase: Sendable, CustomTestStringConvertible {
    let file: String
    let title: String
    let document: String
    var request: [String] = []
    var requestBody: [String] = []
    var status = 0
    var headers: [String] = []
    var absentHeaders: [String] = []
    var body: [String] = []
    var texts: [String] = []

    var testDescription: String { "\(file): \(title)" }

    static let all: [MockCase] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted() ?? []
        return files.flatMap { file in
            (try? String(contentsOf: folder.appending(path: file), encoding: .utf8)).map { cases(in: $0, of: file) } ?? []
        }
    }()

    private static func cases(in text: String, of file: String) -> [MockCase] {
        let parts = text.split(separator: "\n=====\n", maxSplits: 1)
        guard parts.count == 2 else { return [] }
        var cases: [MockCase] = []
        for line in parts[1].split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("# ") {
                cases.append(MockCase(file: file, title: String(line.dropFirst(2)), document: String(parts[0])))
            } else if !cases.isEmpty {
                cases[cases.count - 1].read(line)
            }
        }
        return cases
    }

    private var isInRequestBody = false
    private var isInBody = false

    private init(file: String, title: String, document: String) {
        self.file = file
        self.title = title
        self.document = document
    }

    private mutating func read(_ line: Substring) {
        let text = line.dropFirst(2).drop { $0 == " " }
        if line.hasPrefix("<~") {
            texts.append(String(text))
        } else if line.hasPrefix("<!") {
            absentHeaders.append(String(text))
        } else if line.hasPrefix("<") {
            if status == 0 {
                status = Int(text) ?? 0
            } else if text.isEmpty, !isInBody {
                isInBody = true
            } else if isInBody || "[{\"".contains(text.prefix(1)) {
                body.append(String(line.dropFirst(2)))
            } else {
                headers.append(String(text))
            }
        } else if line.hasPrefix(">") {
            if text.isEmpty, !isInRequestBody {
                isInRequestBody = true
            } else if isInRequestBody {
                requestBody.append(String(line.dropFirst(2)))
            } else {
                request.append(String(text))
            }
        }
    }
}
