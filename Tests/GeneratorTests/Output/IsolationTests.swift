import ApigenCommand
import Foundation
import Testing

/// Generated code in modules whose settings change what isolation declarations have.
struct IsolationTests {
    @Test(arguments: [
        ["-default-isolation", "MainActor"],
        [
            "-default-isolation", "MainActor", "-enable-upcoming-feature", "NonisolatedNonsendingByDefault",
            "-enable-upcoming-feature", "InferIsolatedConformances",
        ],
    ])
    func generatedCodeCompilesWithoutAWarning(settings: [String]) throws {
        let folder = package + "/Generated/Features"
        let files = filesBelow(folder).filter { $0.hasSuffix(".swift") }
        let outcome = try run(
            URL(filePath: "/usr/bin/env"),
            ["swiftc", "-typecheck", "-wmo", "-swift-version", "6", "-warnings-as-errors", "-I", builtProducts.path + "/Modules"]
                + settings + files,
            in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(!files.isEmpty)
    }
}
