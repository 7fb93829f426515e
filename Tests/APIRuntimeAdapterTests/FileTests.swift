#if StatusService
import APIRuntime
import APIRuntimeURLSession
import Foundation
import Testing

/// Bodies that come from files and go to files, over a real socket.
struct FileTests {
    private static let download = APIOperation(
        id: "download", method: "GET", path: "/film", responses: [ResponseDescription("200", ["application/octet-stream"])])

    /// A file of this many bytes, each of which depends on its place.
    private func withFile(_ count: Int, _ body: (_ path: String, _ copy: String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("files-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("original").path
        #expect(FileManager.default.createFile(atPath: path, contents: nil))
        let handle = try #require(FileHandle(forWritingAtPath: path))
        let block = Data((0..<1 << 16).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) })
        for start in stride(from: 0, to: count, by: block.count) {
            try handle.write(contentsOf: block.prefix(min(block.count, count - start)))
        }
        try handle.close()
        try await body(path, folder.appendingPathComponent("copy").path)
        // Neither a partial file nor one for a request is left.
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).allSatisfy { !$0.hasSuffix(".part") })
    }

    private func echo(_ body: HTTPBody, _ url: String, _ adapter: ClientAdapter) async throws -> HTTPBody {
        var call = OperationCall(Echo.echo, ClientConfiguration(serverURL: url, transport: adapter.transport))
        call.body(bytes: body, as: "application/octet-stream")
        return try await call.stream().body
    }

    @Test(.timeLimit(.minutes(1)), arguments: ClientAdapter.allCases, [0, 1, 200_000])
    func aFileArrivesAsItIs(_ adapter: ClientAdapter, _ count: Int) async throws {
        try await withFile(count) { path, copy in
            try await withRunningServer { url in
                let body = try HTTPBody(file: path)
                #expect(body.length == count)
                #expect(body.isReplayable)
                try await echo(body, url, adapter).write(to: copy)
                let again = try HTTPBody(file: URL(fileURLWithPath: path))
                try await echo(again, url, adapter).write(to: URL(fileURLWithPath: copy))
            }
            #expect(FileManager.default.contentsEqual(atPath: path, andPath: copy))
        }
    }

    /// `FILE_MEGABYTES=1024` sends a gigabyte in both directions.
    @Test(.timeLimit(.minutes(10)), arguments: ClientAdapter.allCases)
    func aLargeFileTakesNoMemoryThatGrowsWithIt(_ adapter: ClientAdapter) async throws {
        let megabytes = ProcessInfo.processInfo.environment["FILE_MEGABYTES"].flatMap(Int.init) ?? 96
        try await withFile(megabytes << 20) { path, copy in
            var router = Echo.router
            router.add(Self.download) { _ in .bytes(200, try HTTPBody(file: path)) }
            try await withRunningServer(router) { url in
                let configuration = ClientConfiguration(serverURL: url, transport: adapter.transport)
                let most = try await growth {
                    var call = OperationCall(Echo.upload, configuration)
                    call.path("name", "film")
                    call.body(bytes: try HTTPBody(file: path))
                    let sent = try await call.send().json([String: Int].self)
                    #expect(sent == ["film": megabytes << 20])
                    try await OperationCall(Self.download, configuration).stream().body.write(to: copy)
                }
                #expect(most < 64, "\(most) MB more than before")
            }
            #expect(FileManager.default.contentsEqual(atPath: path, andPath: copy))
        }
    }

    /// How much the memory of the process grows, in megabytes.
    private func growth(_ body: () async throws -> Void) async throws -> Int {
        let before = residentMegabytes()
        let watch = Task {
            var most = before
            while !Task.isCancelled {
                most = max(most, residentMegabytes())
                try? await Task.sleep(for: .milliseconds(5))
            }
            return most - before
        }
        try await body()
        watch.cancel()
        return await watch.value
    }

    @Test(.timeLimit(.minutes(1)), arguments: ClientAdapter.allCases)
    func progressGrowsToTheLengthOfTheBody(_ adapter: ClientAdapter) async throws {
        try await withFile(3_000_000) { path, copy in
            try await withRunningServer { url in
                let (body, sent) = try HTTPBody(file: path).withProgress()
                async let steps = sent.reduce(into: [TransferProgress]()) { $0.append($1) }
                let (received, progress) = try await echo(body, url, adapter).withProgress()
                async let receivedSteps = progress.reduce(into: [TransferProgress]()) { $0.append($1) }
                try await received.write(to: copy)
                let all = await steps
                #expect(all.last?.bytes == 3_000_000)
                #expect(all.last?.fraction == 1)
                #expect(all.map(\.bytes) == all.map(\.bytes).sorted())
                #expect(await receivedSteps.last?.bytes == 3_000_000)
            }
        }
    }

    @Test func whatIsNoFileIsAnError() async throws {
        #expect(throws: FileError.self) { try HTTPBody(file: "/no/such/file") }
        #expect(throws: FileError.self) { try HTTPBody(file: "/") }
        await #expect(throws: FileError.self) { try await HTTPBody("x").write(to: "/no/such/folder/file") }
        try await withFile(10) { path, _ in
            let body = try HTTPBody(file: path)
            try Data([1, 2, 3]).write(to: URL(fileURLWithPath: path))
            await #expect(throws: FileError.self) { try await body.collect(upTo: 100) }
        }
    }

    /// A file keeps its content until the new one is complete.
    @Test func aBodyThatFailsLeavesTheFile() async throws {
        try await withFile(10) { path, _ in
            let broken = HTTPBody(
                AsyncThrowingStream<[UInt8], any Error> { chunks in
                    chunks.yield([1, 2, 3])
                    chunks.finish(throwing: HTTPBodyError.alreadyRead)
                })
            await #expect(throws: HTTPBodyError.self) { try await broken.write(to: path) }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count == 10)
            try await HTTPBody("new").write(to: path)
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
        }
    }
}
#endif
