import ArgumentParser
import Generator

/// The value of `--emit`: names of outputs with commas between.
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
