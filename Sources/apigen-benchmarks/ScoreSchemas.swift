import APIRuntime
import Foundation

/// Checks the verdicts of a checkout of JSON Schema's test suite, and prints the score of each file and every disagreement.
func scoreSchemas(_ arguments: [String]) throws {
    guard let folder = arguments.first.map({ URL(filePath: $0) }) else {
        print("usage: apigen-benchmarks schemas FOLDER-OF-THE-SUITE")
        exit(64)
    }
    let remotes = try remoteDocuments(in: folder.appending(path: "remotes"))
    var total = Score()
    for file in try jsonFiles(in: folder.appending(path: "tests/draft2020-12")) {
        let isRequired = !file.contains("/optional/")
        let score = try score(of: file, remotes: remotes, assertsFormats: file.contains("/optional/format"))
        print("\(file.split(separator: "/draft2020-12/").last ?? "")  \(score.agreed)/\(score.count)")
        for line in score.disagreements { print("    \(line)") }
        if isRequired { total.add(score) }
    }
    let share = 100 * Double(total.agreed) / Double(max(total.count, 1))
    print("required tests: \(total.agreed)/\(total.count)", String(format: "(%.1f %%)", share))
}

private struct Score {
    var agreed = 0
    var count = 0
    var disagreements: [String] = []

    mutating func add(_ other: Score) {
        agreed += other.agreed
        count += other.count
    }
}

private func score(of file: String, remotes: [String: String], assertsFormats: Bool) throws -> Score {
    var score = Score()
    for group in try JSONValue(json: [UInt8](Data(contentsOf: URL(filePath: file)))).array ?? [] {
        let schema = group["schema"]?.description ?? "true"
        let needed = schema.contains("localhost:1234") ? remotes : [:]
        let set = JSONSchemaSet(schema, remotes: needed, assertsFormats: assertsFormats)
        for test in group["tests"]?.array ?? [] {
            score.count += 1
            let found = set.violations(of: test["data"] ?? nil)
            if found.isEmpty == test["valid"]?.bool {
                score.agreed += 1
            } else {
                let reasons = set.problems + found.map(\.description)
                score.disagreements.append(
                    "\(group["description"]?.string ?? ""): \(test["description"]?.string ?? ""): \(reasons.joined(separator: "; "))"
                )
            }
        }
    }
    return score
}

private func jsonFiles(in folder: URL) throws -> [String] {
    let paths = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { ($0 as? URL)?.path } ?? []
    return paths.filter { $0.hasSuffix(".json") }.sorted()
}

private func remoteDocuments(in folder: URL) throws -> [String: String] {
    var documents: [String: String] = [:]
    for file in try jsonFiles(in: folder) where !file.contains("/draft") || file.contains("/draft2020-12/") {
        let path = file.dropFirst(folder.path.count)
        documents["http://localhost:1234" + path] = try String(contentsOfFile: file, encoding: .utf8)
    }
    return documents
}
