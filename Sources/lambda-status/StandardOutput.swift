#if StatusService
import Foundation

/// Writes a line to standard output in one piece, without buffering.
func writeLine(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
}

/// Writes an error message to standard error, in ArgumentParser's form.
func complain(_ message: String) {
    FileHandle.standardError.write(Data("Error: \(message)\n".utf8))
}
#endif
