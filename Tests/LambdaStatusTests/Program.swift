import Foundation
import Testing

/// A folder of its own for a test, gone when the test lets go of it.
final class Folder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "lambda-status-\(UUID())").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func file(_ name: String) -> String { path + "/" + name }
}

/// What a finished program has left behind.
struct Outcome {
    var status: Int32
    var output: String
    var errors: String

    var lines: [String] { output.split(separator: "\n").map(String.init) }
}

/// The built `lambda-status`, beside which the tests are built too.
func lambdaStatus(in folder: Folder, _ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = builtProducts.appending(path: "lambda-status")
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder.path)
    return process
}

private var builtProducts: URL {
    #if os(macOS)
    let tests = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? .main
    return tests.bundleURL.deletingLastPathComponent()
    #else
    return URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    #endif
}

/// Runs the built `lambda-status` to its end.
@discardableResult
func run(in folder: Folder, _ arguments: String..., input: String = "") throws -> Outcome {
    let process = try lambdaStatus(in: folder, arguments)
    // Files, since a full pipe would stop the program while nobody reads it.
    let name = UUID().uuidString
    let output = folder.file(name + ".output"), errors = folder.file(name + ".errors"), given = folder.file(name + ".input")
    try Data(input.utf8).write(to: URL(filePath: given))
    for path in [output, errors] { try Data().write(to: URL(filePath: path)) }
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: given))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: errors))
    try process.run()
    process.waitUntilExit()
    return Outcome(
        status: process.terminationStatus,
        output: try String(contentsOfFile: output, encoding: .utf8),
        errors: try String(contentsOfFile: errors, encoding: .utf8))
}
