#if StatusService
import Foundation

/// Writes a line to standard output in one piece and at once, even into a pipe.
func writeLine(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
}

/// Writes what went wrong to standard error, as the argument parser does.
func complain(_ message: String) {
    FileHandle.standardError.write(Data("Error: \(message)\n".utf8))
}
#endif
