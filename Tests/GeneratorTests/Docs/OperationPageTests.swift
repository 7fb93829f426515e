import ApigenCommand
import Foundation
import Testing

/// The pages that documentation is published from.
struct OperationPageTests {
    @Test func thePageOfTheStatusOperationIsTheOneThatTheSystemWasMadeFrom() {
        let source = readFile(package + "/Tests/GeneratorTests/Docs/lambda-instance-status.md")
        #expect(source != nil)
        #expect(readFile(package + "/Generated/Docs/Lambda/LambdaInstanceStatus.md") == source)
    }

    @Test func noLinkBetweenThePagesIsDead() throws {
        let folder = package + "/Generated/Docs/"
        let files = Set(filesBelow(folder))
        for file in files where file.hasSuffix(".md") {
            let text = String(decoding: readFile(folder + file) ?? [], as: UTF8.self)
            for link in text.matches(of: /\]\((?<target>[^):]+\.md)\)/) {
                let target = URL(filePath: "/" + file).deletingLastPathComponent().appending(path: String(link.target)).standardized
                    .path
                #expect(files.contains(String(target.dropFirst())), "\(file) links to \(link.target)")
            }
        }
    }
}
