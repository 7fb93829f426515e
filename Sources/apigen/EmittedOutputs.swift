import ArgumentParser
import Printing

/// The value of `--emit`: names of outputs, separated by commas.
struct EmittedOutputs: ExpressibleByArgument {
    let outputs: [Output]

    init?(argument: String) {
        var outputs: [Output] = []
        for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
            guard let output = Output(rawValue: String(name)) else { return nil }
            outputs.append(output)
        }
        self.outputs = outputs
    }
}
