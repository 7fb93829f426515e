import Foundation

/// What a finished program has left behind.
struct Outcome {
    var status: Int32
    var output: String
    var errors: String
}

/// Runs the built `apigen`, beside which the tests are built too, to its end.
func apigen(in folder: Folder, _ arguments: String..., from place: String = "") throws -> Outcome {
    try apigen(in: folder, arguments, from: place)
}

func apigen(in folder: Folder, _ arguments: [String], from place: String = "") throws -> Outcome {
    try run(builtProducts.appending(path: "apigen"), arguments, in: folder.path + "/" + place)
}

/// Runs a program to its end.
func run(_ program: URL, _ arguments: [String], in folder: String) throws -> Outcome {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    // Files, since a full pipe would stop the program while nobody reads it.
    let results = try Folder()
    try results.write("", to: "output")
    try results.write("", to: "errors")
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: results.path + "/output"))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: results.path + "/errors"))
    try process.run()
    process.waitUntilExit()
    return Outcome(
        status: process.terminationStatus, output: results.read("output") ?? "", errors: results.read("errors") ?? "")
}

var builtProducts: URL {
    #if os(macOS)
    let tests = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? .main
    return tests.bundleURL.deletingLastPathComponent()
    #else
    return URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    #endif
}

/// A small document: one operation, one type.
let petDocument = """
    openapi: 3.1.0
    info:
      title: Pets
      version: 1.0.0
    paths:
      /pets/{id}:
        get:
          operationId: getPet
          summary: get pet
          parameters:
            - name: id
              in: path
              required: true
              schema:
                type: string
          responses:
            "200":
              description: The pet
              content:
                application/json:
                  schema:
                    $ref: "#/components/schemas/Pet"
    components:
      schemas:
        Pet:
          type: object
          required: [name]
          properties:
            name:
              type: string

    """
