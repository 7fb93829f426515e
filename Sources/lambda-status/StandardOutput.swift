#if StatusService
import Foundation

/// Writes a line to standard output in one piece, without buffering. If that fails, the process ends with status 1.
func writeLine(_ line: String) {
    write(line + "\n")
}

/// Writes text to standard output. If that fails, the process ends with status 1.
func write(_ text: String) {
    do {
        try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
        complain("cannot write to standard output: \(error.localizedDescription)")
        exit(1)
    }
}

/// Writes an error message to standard error, in ArgumentParser's form.
func complain(_ message: String) {
    try? FileHandle.standardError.write(contentsOf: Data("Error: \(message)\n".utf8))
}
#endif
