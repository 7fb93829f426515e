import Diagnostics
import Foundation
import Testing
import YAMLTree

/// Files that may lie beside the package; without them the tests have no cases.
private func files(in folder: String) -> [URL] {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = package.appending(path: "../shared/\(folder)").standardizedFileURL
    let found = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return (found ?? []).sorted { $0.path < $1.path }
}

@Test func everyLegalJSONFileIsRead() throws {
    for file in files(in: "jsontestsuite") where file.lastPathComponent.hasPrefix("y_") {
        let parsed = Parsed(Array(try Data(contentsOf: file)), path: file.lastPathComponent)
        // The one legal thing that a document must not do.
        if file.lastPathComponent.contains("duplicated_key") {
            #expect(parsed.diagnostics.first?.contains("duplicate key") == true)
        } else {
            #expect(parsed.tree != nil && parsed.diagnostics.isEmpty, "\(file.lastPathComponent): \(parsed.diagnostics)")
        }
    }
}

@Test func everyOtherFileIsReadOrRefusedWithAPlace() throws {
    for file in files(in: "jsontestsuite") + files(in: "bad") {
        guard let data = try? Data(contentsOf: file) else { continue }
        let parsed = Parsed(Array(data), path: file.lastPathComponent)
        #expect((parsed.tree == nil) == parsed.log.hasErrors, "\(file.lastPathComponent)")
        _ = parsed.tree?.root.jsonText()
        _ = parsed.tree?.root.sourceText
        _ = parsed.log.rendered()
    }
}
