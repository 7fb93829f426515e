import APIRuntime
import Foundation
import Testing

/// The files of JSONTestSuite, where they lie beside the package.
private let suite: [URL] = {
    let folder = URL(filePath: #filePath).appending(path: "../../../../../shared/jsontestsuite").standardizedFileURL
    let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
}()

@Suite struct JSONSuiteTests {
    @Test(.enabled(if: !suite.isEmpty, "there is no ../shared/jsontestsuite"), arguments: suite)
    func everyFileOfTheSuiteIsAcceptedOrRefusedAsItsNameSays(_ file: URL) throws {
        let bytes = [UInt8](try Data(contentsOf: file))
        let value = Result { try JSONValue(json: bytes) }
        let skipped = Result { try Skipped(json: bytes) }
        switch file.lastPathComponent.prefix(2) {
        case "y_":
            #expect(throws: Never.self) { try value.get() }
            #expect(throws: Never.self) { try skipped.get() }
        case "n_":
            #expect(throws: JSONError.self) { try value.get() }
            #expect(throws: JSONError.self) { try skipped.get() }
        default: break
        }
    }

    @Test(.enabled(if: !suite.isEmpty, "there is no ../shared/jsontestsuite"), arguments: suite)
    func whatWasReadIsWrittenAndReadAgainAsTheSameValue(_ file: URL) throws {
        guard let value = try? JSONValue(json: [UInt8](try Data(contentsOf: file))) else { return }
        #expect(try JSONValue(json: JSONWriter.write(value)) == value)
    }
}

/// Whatever the document is.
private struct Skipped: JSONCodable {
    init(reading json: inout JSONReader) throws(JSONError) {
        try json.skipValue()
    }

    func write(to json: inout JSONWriter) {
        json.null()
    }
}
