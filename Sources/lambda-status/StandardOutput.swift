import Foundation

/// Writes a line to standard output in one piece and at once, even into a pipe.
func writeLine(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
}
