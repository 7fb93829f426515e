import ApigenCommand
import ArgumentParser
import Diagnostics

/// The value of `--diagnostics`.
enum DiagnosticsFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif
}

extension Attempt {
    /// Tells what was found: people on standard error, programs on standard output.
    func tell(_ format: DiagnosticsFormat) {
        switch format {
        case .text: printError(log.rendered(isColoured: isErrorColoured()))
        case .json: printOutput(log.renderedAsJSON())
        case .sarif: printOutput(log.renderedAsSARIF(version: Apigen.configuration.version))
        }
    }
}
