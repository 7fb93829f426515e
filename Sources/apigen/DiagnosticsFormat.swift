import ApigenCommand
import ArgumentParser
import Diagnostics

/// The value of `--diagnostics`.
enum DiagnosticsFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif
}

extension Attempt {
    /// Writes the errors and warnings: text to standard error, other formats to standard output.
    func report(as format: DiagnosticsFormat) {
        switch format {
        case .text: printError(log.rendered(isColored: isErrorColored()))
        case .json: printOutput(log.renderedAsJSON())
        case .sarif: printOutput(log.renderedAsSARIF(version: apigenVersion))
        }
    }
}
