import APIRuntime
import Foundation
import HTTPTypes

/// Posts each line of a file, `path<tab>JSON`, to the generated server, and prints its status and body.
@main enum Main {
    static func main() async throws {
        let router = Service().router()
        for line in try String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8).split(separator: "\n") {
            let parts = line.split(separator: "\t", maxSplits: 1)
            var head = HTTPRequest(method: .post, scheme: "http", authority: "localhost", path: "/" + parts[0])
            head.headerFields[.contentType] = "application/json"
            let response = await router.respond(to: RequestMessage(head: head, body: HTTPBody(String(parts[1]))))
            let body = String(decoding: try await response.body.collect(upTo: 1 << 20), as: UTF8.self)
            print(response.head.status.code, body.replacing("\n", with: " "))
        }
    }
}
