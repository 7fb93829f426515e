#if StatusService
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
    try run(in: folder, arguments, input: input)
}

@discardableResult
func run(in folder: Folder, _ arguments: [String], input: String = "") throws -> Outcome {
    try outcome(of: try lambdaStatus(in: folder, arguments), in: folder, input: input)
}

/// Runs a program to its end.
func outcome(of process: Process, in folder: Folder, input: String = "") throws -> Outcome {
    // Files, since a full pipe would stop the program while nobody reads it.
    let name = folder.file(UUID().uuidString)
    let given = URL(filePath: name + ".input"), output = URL(filePath: name + ".output")
    let errors = URL(filePath: name + ".errors")
    try Data(input.utf8).write(to: given)
    for file in [output, errors] { try Data().write(to: file) }
    process.standardInput = try FileHandle(forReadingFrom: given)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Outcome(
        status: process.terminationStatus,
        output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
        errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
}
#endif
