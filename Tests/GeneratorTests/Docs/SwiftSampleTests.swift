import ApigenCommand
import Foundation
import Testing

/// The calls that pages show in Swift.
struct SwiftSampleTests {
    @Test(arguments: ["", "Features/"])
    func theSamplesOfEveryDocumentCompile(group: String) throws {
        let folder = try Folder()
        let documents = namesInFolder(package + "/Generated/Docs/" + group).filter { $0 != "Features" }
        let modules = group.isEmpty ? documents : ["Features"]
        var source = "import APIRuntime\nimport Foundation\n" + modules.map { "import \($0)\n" }.joined()
        var count = 0
        for document in documents {
            for sample in samples(in: package + "/Generated/Docs/" + group + document) {
                count += 1
                let isUsed = sample.hasPrefix("let response") ? "\n_ = response" : ""
                source += "func sample\(count)(client: \(document).Client) async throws {\n\(sample)\(isUsed)\n}\n"
            }
        }
        try folder.write(source, to: "Samples.swift")
        let outcome = try run(
            URL(filePath: "/usr/bin/env"),
            ["swiftc", "-typecheck", "-swift-version", "6", "-I", builtProducts.path + "/Modules", "Samples.swift"], in: folder.path
        )
        #expect(outcome.status == 0, "\(outcome.errors)\n\(source)")
        #expect(count > 0)
    }
}

/// The Swift blocks of the pages on operations.
private func samples(in folder: String) -> [String] {
    filesBelow(folder + "/Reference").flatMap { page in
        let text = String(decoding: readFile(folder + "/Reference/" + page) ?? [], as: UTF8.self)
        return text.matches(of: /```swift\n((?s:.*?))\n```/).map { String($0.1) }
    }
}
