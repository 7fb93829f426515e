import Generator
import Testing

/// The pages that documentation is published from.
struct OperationPageTests {
    @Test func thePageOfTheStatusOperationIsTheOneThatTheSystemWasMadeFrom() {
        let source = readFile(package + "/Tests/GeneratorTests/Docs/lambda-instance-status.md")
        #expect(source != nil)
        #expect(readFile(package + "/Generated/Docs/Lambda/LambdaInstanceStatus.md") == source)
    }

    @Test func noLinkBetweenThePagesIsDead() throws {
        let folder = package + "/Generated/Docs/Lambda"
        let pages = namesInFolder(folder)
        for page in pages {
            let text = String(decoding: readFile(folder + "/" + page) ?? [], as: UTF8.self)
            for link in text.matches(of: /\]\((?<target>[^):]+\.md)\)/) {
                #expect(pages.contains(String(link.target)), "\(page) links to \(link.target)")
            }
        }
    }
}
