#if StatusService
import Foundation
import LambdaStatusStore
import Testing

@Suite struct DurabilityTests {
    /// 20 times: `instance import` with 100 writes under way is killed after some of them were acknowledged.
    @Test func acknowledgedWritesOutliveSIGKILL() async throws {
        let folder = try Folder()
        var acknowledged: Set<Int> = []
        for round in 0..<20 {
            let uuids = (round * 1000)..<((round + 1) * 1000)
            acknowledged.formUnion(try killedImport(of: uuids, after: 1 + round * 7, in: folder))
        }
        let store = try SQLiteStore(path: folder.file("lambda-status.sqlite"))
        #expect(try store.integrityProblems() == [])
        let stored = Set(try await store.instances().map(\.uuid))
        #expect(acknowledged.subtracting(stored) == [])
        #expect(acknowledged.count < 20_000, "no round was killed in the middle")
    }
}

/// The instances that `instance import` has acknowledged when it is killed after some number of them.
func killedImport(of uuids: Range<Int>, after count: Int, in folder: Folder, _ arguments: String...) throws -> Set<Int> {
    let input = Pipe(), output = Pipe()
    let process = try lambdaStatus(in: folder, ["instance", "import", "--concurrency", "100"] + arguments)
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    input.fileHandleForWriting.write(Data(uuids.map { "\($0),PENDING,round\n" }.joined().utf8))
    try input.fileHandleForWriting.close()

    var printed = Data()
    while case let chunk = output.fileHandleForReading.availableData, !chunk.isEmpty {
        printed += chunk
        if printed.count(where: { $0 == UInt8(ascii: "\n") }) >= count { kill(process.processIdentifier, SIGKILL) }
    }
    process.waitUntilExit()
    // What stands behind the last line break was cut off by the kill.
    return Set(
        String(decoding: printed, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .dropLast().compactMap { Int($0) })
}
#endif
