#if StatusService
import APIRuntime
import HTTPTypes
import Features
import Synchronization
import Testing

/// `Specs/Features/media-types.yaml`: which media types generated clients and servers send over a socket, and what they read.
@Suite(.timeLimit(.minutes(1)))
struct MediaTypeWireTests {
    private func calling(
        _ adapter: ClientAdapter, _ body: @escaping @Sendable (MediaTypes.Client) async throws -> Void
    ) async throws {
        try await withRunningServer(Library().router()) { url in
            try await body(MediaTypes.Client(serverURL: url + "/media/v1", transport: adapter.transport))
        }
    }

    @Test(arguments: ClientAdapter.allCases) func statusesWithoutABody(adapter: ClientAdapter) async throws {
        try await calling(adapter) { (client) async throws -> Void in
            let file = try await client.checkFile()
            #expect(file.eTag == "\"1\"")
            guard case .noContent = try await client.deleteFile(status: 204) else { throw Unexpected() }
            guard case .resetContent = try await client.deleteFile(status: 205) else { throw Unexpected() }
            await #expect { _ = try await client.deleteFile(status: 304) } throws: { error in
                if case MediaTypes.DeleteFileError.notModified = error { true } else { false }
            }
        }
    }

    @Test(arguments: ClientAdapter.allCases) func textOfScalarsHasTheirTypes(adapter: ClientAdapter) async throws {
        try await calling(adapter) { (client) async throws -> Void in
            #expect(try await client.vote(body: 3) == 3.5)
            #expect(try await client.changeVote(body: true) == FullDate("2026-01-02"))
            #expect(try await client.changeVote() == FullDate("2026-01-01"))
            #expect(try await client.voteState() == .open)
            #expect(try await client.count(body: 4) == 5)
            #expect(try await client.count(body: 4, accept: .xml) == 5)
        }
    }

    @Test(arguments: ClientAdapter.allCases) func theResponseHasTheMediaTypeOfAccept(adapter: ClientAdapter) async throws {
        try await calling(adapter) { (client) async throws -> Void in
            for mediaType in MediaTypes.NoteAccept.allCases {
                let response = try await client.response { try await $0.note(accept: mediaType) }
                #expect(response.headers[.contentType] == mediaType.rawValue)
                #expect(response.body.title == "note")
            }
            let page = try await client.response { try await $0.page(body: "a", accept: .textHTML) }
            #expect(page.headers[.contentType] == "text/html; charset=utf-8")
            #expect(page.body == "text text/html")
            let image = try await client.response { try await $0.currentImage(accept: .imageJPEG) }
            #expect(image.headers[.contentType] == "image/jpeg")
        }
    }

    @Test(arguments: ["application/json", "application/xml"]) func anErrorHasTheMediaTypeOfAccept(mediaType: String) async throws {
        let body = "title=taken"
        let answer = try await rawResponse(
            Library().router(),
            [
                "PATCH /media/v1/note HTTP/1.1", "Accept: \(mediaType), text/plain;q=0.5",
                "Content-Type: application/x-www-form-urlencoded", "Content-Length: \(body.utf8.count)",
            ], body: body)
        #expect(answer.hasPrefix("HTTP/1.1 409 "), "\(answer)")
        #expect(answer.lowercased().contains("\r\ncontent-type: \(mediaType)\r\n"))
        let text = mediaType.hasSuffix("json") ? #"{"detail":"taken"}"# : "<detail>taken</detail>"
        #expect(answer.contains(text), "\(answer)")
    }

    @Test(arguments: ClientAdapter.allCases) func theClientChoosesWhatItSends(adapter: ClientAdapter) async throws {
        try await calling(adapter) { (client) async throws -> Void in
            for mediaType in MediaTypes.ChangeNoteMediaType.allCases {
                #expect(try await client.changeNote(body: .init(title: "a"), mediaType: mediaType) == mediaType.rawValue)
            }
            #expect(try await client.changeNote(body: .init(title: "a")) == "application/json")
            #expect(try await client.page(body: "a", mediaType: .textMarkdown, accept: .text) == "textMarkdown text/csv")
            await #expect { _ = try await client.changeNote(body: .init(title: "taken")) } throws: { error in
                if case MediaTypes.ChangeNoteError.conflict(let problem, _) = error { problem.detail == "taken" } else { false }
            }
        }
    }

    @Test(arguments: ClientAdapter.allCases) func aRangeIsNeverSent(adapter: ClientAdapter) async throws {
        try await calling(adapter) { (client) async throws -> Void in
            let usual = try await client.response { try await $0.bytes(body: HTTPBody("a")) }
            #expect(usual.headers[.contentType] == "application/octet-stream")
            #expect(try await usual.body.collect(upTo: 99) == Array("a application/octet-stream".utf8))
            let chosen = try await client.response {
                try await $0.bytes(body: HTTPBody("a"), mediaType: "font/otf", accept: "audio/ogg")
            }
            #expect(chosen.headers[.contentType] == "audio/ogg")
            #expect(try await chosen.body.collect(upTo: 99) == Array("a font/otf".utf8))
            #expect(try await client.image(body: HTTPBody("a")) == "image/png")
            #expect(try await client.image(body: HTTPBody("a"), mediaType: .other("image/webp")) == "image/webp")
            #expect(try await client.either(body: .bytes(HTTPBody("a"), mediaType: "image/gif")) == "image/gif")
            #expect(try await client.either(body: .bytes(HTTPBody("a"))) == "application/octet-stream")
            #expect(try await client.either(body: .json(.init(title: "a"))) == "json")
            let object = try await client.response { try await $0.object(body: .init(title: "title")) }
            #expect(object.body == "title")
            #expect(object.headers[.contentType] == "text/plain; charset=utf-8")
        }
    }

    @Test(arguments: ClientAdapter.allCases) func aServiceNamesTheMediaTypeOfARange(adapter: ClientAdapter) async throws {
        try await calling(adapter) { (client) async throws -> Void in
            let calls: [(String, MediaTypes.PictureAccept?, String)] = [
                ("jpeg", nil, "image/jpeg"), ("jpeg", .other("image/webp"), "image/jpeg"),
                ("bytes", nil, "application/octet-stream"),
                ("bytes", .other("application/json, */*;q=0.1"), "application/octet-stream"),
                ("bytes", .other("image/gif"), "image/gif"),
            ]
            for (kind, accept, mediaType) in calls {
                guard case .bytes(let body) = try await client.picture(kind: kind, accept: accept) else { throw Unexpected() }
                #expect(body.mediaType == mediaType)
                #expect(try await body.collect(upTo: 99) == Array("picture".utf8))
            }
            guard case .json(let note) = try await client.picture(kind: "note", accept: .json) else { throw Unexpected() }
            #expect(note.title == "note")
        }
    }

    @Test(arguments: ClientAdapter.allCases) func aSuffixIsARange(adapter: ClientAdapter) async throws {
        try await calling(adapter) { (client) async throws -> Void in
            #expect(try await client.draft(body: .init(title: "a"))?.title == "application/json")
            let mediaType = "application/vnd.note+json"
            #expect(try await client.draft(body: .init(title: "a"), mediaType: mediaType)?.title == mediaType)
        }
    }

    /// A documented range of successes includes 204.
    @Test(arguments: ClientAdapter.allCases) func aRangeMayBeWithoutContent(adapter: ClientAdapter) async throws {
        try await calling(adapter) { (client) async throws -> Void in
            let nothing = try await client.response { try await $0.draft(body: .init(title: "")) }
            #expect(nothing.status == 204)
            #expect(nothing.body == nil)
            let sent = try await client.response { try await $0.sendDraft(body: "") }
            #expect(sent.status == 204)
            #expect(sent.body.xLength == 0)
            #expect(sent.body.body == nil)
        }
    }

    @Test(arguments: ClientAdapter.allCases) func textIsLabeledAsWhatItIs(adapter: ClientAdapter) async throws {
        let answer = ScriptedServer.Answer.response("200 OK", ["Content-Type: text/plain", "X-Length: 1"], body: "3.5\r\n")
        try await withScriptedServer({ _ in answer }) { server in
            let client = MediaTypes.Client(serverURL: "http://127.0.0.1:\(server.port)", transport: adapter.transport)
            let text = try await client.sendDraft(body: "ä").body
            #expect(text == "3.5\r\n")
            #expect(server.requests.first?.values("Content-Type") == ["text/plain; charset=utf-8"])
            // The line break is no part of a number.
            let number = try await client.vote(body: 3)
            #expect(number == 3.5)
        }
        try await calling(adapter) { (client) async throws -> Void in
            #expect(try await client.sendDraft(body: "ä").body == "ä")
        }
    }

    @Test(arguments: ClientAdapter.allCases) func parametersTellMediaTypesApart(adapter: ClientAdapter) async throws {
        try await calling(adapter) { (client) async throws -> Void in
            guard case .json(let note) = try await client.version(body: .json(.init(title: "a"))) else { throw Unexpected() }
            #expect(note.title == "a")
            guard case .applicationJSONVersion2(2) = try await client.version(body: .applicationJSONVersion2(2)) else {
                throw Unexpected()
            }
            let text = try await client.response { try await $0.text(body: "ä") }
            #expect(text.headers[.contentType] == "text/plain; charset=utf-8")
            #expect(text.body == "ä")
        }
    }
}

/// Answers with what it was told.
private struct Library: MediaTypes.Server {
    func checkFile() async throws -> MediaTypes.CheckFileResponse { MediaTypes.CheckFileResponse(eTag: "\"1\"") }

    func deleteFile(status: Int) async throws -> MediaTypes.DeleteFileResponse {
        if status == 304 { throw MediaTypes.DeleteFileError.notModified() }
        return status == 204 ? .noContent : .resetContent
    }

    func vote(body: Int) async throws -> Double { Double(body) + 0.5 }
    func changeVote(body: Bool?) async throws -> FullDate {
        body == true ? FullDate(literal: "2026-01-02") : FullDate(literal: "2026-01-01")
    }
    func voteState() async throws -> MediaTypes.State { .open }
    func count(body: MediaTypes.Count) async throws -> MediaTypes.Count { body + 1 }
    func currentCount() async throws -> MediaTypes.Count { 7 }
    func note() async throws -> MediaTypes.Note { .init(title: "note") }

    func changeNote(body: MediaTypes.Note, mediaType: MediaTypes.ChangeNoteMediaType) async throws -> String {
        if body.title == "taken" { throw MediaTypes.ChangeNoteError.conflict(.init(detail: "taken")) }
        return mediaType.rawValue
    }

    func page(body: String, mediaType: MediaTypes.PageMediaType, accept: AcceptedMediaTypes) async throws -> String {
        "\(mediaType) \(accept.best(of: ["text/csv", "text/html"]) ?? "")"
    }

    func bytes(body: HTTPBody, mediaType: String, accept: AcceptedMediaTypes) async throws -> HTTPBody {
        HTTPBody(try await body.collect(upTo: 99) + Array(" \(mediaType)".utf8))
    }

    func image(body: HTTPBody, mediaType: MediaTypes.ImageMediaType) async throws -> String { mediaType.rawValue }
    func currentImage(accept: AcceptedMediaTypes) async throws -> HTTPBody { HTTPBody("image") }

    func either(body: MediaTypes.EitherBodyContent) async throws -> String {
        switch body {
        case .json: "json"
        case .bytes(_, let mediaType): mediaType
        }
    }

    func object(body: MediaTypes.Note) async throws -> String { body.title }

    func picture(kind: String, accept: AcceptedMediaTypes) async throws -> MediaTypes.PictureResponseContent {
        switch kind {
        case "jpeg": .bytes(HTTPBody("picture", mediaType: "image/jpeg"))
        case "note": .json(.init(title: "note"))
        default: .bytes(HTTPBody("picture"))
        }
    }

    func draft(body: MediaTypes.Note, mediaType: String) async throws -> MediaTypes.Note? {
        body.title.isEmpty ? nil : .init(title: mediaType)
    }

    func sendDraft(body: String) async throws -> MediaTypes.SendDraftResponse {
        .init(xLength: body.count, body: body.isEmpty ? nil : body)
    }

    func version(body: MediaTypes.VersionBodyContent, accept: AcceptedMediaTypes) async throws -> MediaTypes.VersionResponseContent
    {
        switch body {
        case .json(let note): .json(note)
        case .applicationJSONVersion2(let count): .applicationJSONVersion2(count)
        }
    }

    func text(body: String) async throws -> String { body }
    func problem(describing failure: RequestFailure) async -> MediaTypes.Problem { .init(detail: failure.message) }
}
#endif
