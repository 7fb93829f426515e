import Foundation
import Testing

/// Runs that are killed, that run at the same time, or whose output nobody can read.
@Suite struct InterruptedRunTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.write(petDocument, to: "pets.yaml")
    }

    private func process(_ arguments: String...) -> Process {
        let process = Process()
        process.executableURL = builtProducts.appending(path: "apigen")
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder.path)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        return process
    }

    @Test func halfWrittenFilesOfAKilledRunAreRemoved() throws {
        #expect(try apigen(in: folder, "pets.yaml", "--emit", "models").status == 0)
        let files = folder.files
        for name in [".Models.swift.apigen-4711", ".gone.swift.apigen-1"] { try folder.write("half", to: "Generated/Pets/\(name)") }
        try folder.write("mine", to: "Generated/Pets/.notes.apigen-mine")
        #expect(try apigen(in: folder, "pets.yaml", "--emit", "models").status == 0)
        #expect(folder.files == (files + ["Generated/Pets/.notes.apigen-mine"]).sorted())
    }

    /// Each run with all outputs is killed a little later than the one before; the next run with one output leaves no file of it.
    @Test func filesOfAKilledRunAreRemoved() throws {
        #expect(try apigen(in: folder, "pets.yaml", "--emit", "models").status == 0)
        let files = folder.files
        var killed = 0
        for round in 0..<12 {
            let process = process("pets.yaml", "--emit", "models,client,server,docs")
            try process.run()
            while process.isRunning, folder.files.count < files.count + round { usleep(200) }
            if process.isRunning { kill(process.processIdentifier, SIGKILL) }
            process.waitUntilExit()
            if process.terminationReason == .uncaughtSignal, folder.files.count > files.count { killed += 1 }
            #expect(try apigen(in: folder, "pets.yaml", "--emit", "models").status == 0)
            #expect(folder.files == files)
        }
        #expect(killed > 0, "no run was killed while it wrote")
    }

    @Test(.timeLimit(.minutes(1))) func secondRunWaitsForTheFirst() throws {
        #expect(try apigen(in: folder, "pets.yaml").status == 0)
        let output = open(folder.path + "/Generated", O_RDONLY)
        defer { close(output) }
        #expect(flock(output, LOCK_EX) == 0)
        try folder.write(petDocument.replacing("getPet", with: "fetchPet"), to: "pets.yaml")
        let client = folder.read("Generated/Pets/Client.swift")
        let second = process("pets.yaml")
        let errors = Pipe()
        second.standardError = errors
        try second.run()
        let note = String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
        #expect(note == "note: another apigen is writing to 'Generated'; waiting for it\n")
        #expect(folder.read("Generated/Pets/Client.swift") == client)
        #expect(second.isRunning)
        #expect(flock(output, LOCK_UN) == 0)
        second.waitUntilExit()
        #expect(second.terminationStatus == 0)
        #expect(try apigen(in: folder, "pets.yaml", "--check").status == 0)
    }

    #if os(Linux)
    @Test(arguments: [["pets.yaml"], ["pets.yaml", "--check"], ["--help"], ["--version"], ["diff", "pets.yaml", "pets.yaml"]])
    func fullDiskIsAnError(arguments: [String]) throws {
        let process = process()
        process.arguments = arguments
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: "/dev/full"))
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 2)
        let text = String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
        #expect(text.contains("error: cannot write to standard output: No space left on device\n"))
    }
    #endif
}
