import Diagnostics
import Foundation
import Testing
import YAMLTree

/// The folder of other people's documents, which may lie beside the package.
private let shared = URL(filePath: #filePath).appending(path: "../../../../shared").standardizedFileURL
private let isPresent = FileManager.default.fileExists(atPath: shared.path)

private func files(in folder: String) -> [URL] {
    let folder = shared.appending(path: folder)
    let found = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return (found ?? []).sorted { $0.path < $1.path }
}

@Test(.enabled(if: isPresent, "there is no ../shared")) func everyLegalJSONFileIsRead() throws {
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

@Test(.enabled(if: isPresent, "there is no ../shared")) func everyOtherFileIsReadOrRefusedWithAPlace() throws {
    for file in files(in: "jsontestsuite") + files(in: "bad") {
        guard let data = try? Data(contentsOf: file) else { continue }
        let parsed = Parsed(Array(data), path: file.lastPathComponent)
        #expect((parsed.tree == nil) == parsed.log.hasErrors, "\(file.lastPathComponent)")
        _ = parsed.tree?.root.jsonText()
        _ = parsed.tree?.root.sourceText
        _ = parsed.log.rendered()
    }
}
