import ApigenCommand
import ArgumentParser
import Diagnostics

extension Apigen {
    /// Generates or checks the code that is kept in a package, as the command plugins do: one run for each configuration below the
    /// folders of its targets that names an `output`.
    func runForTargets() throws {
        let targets = targetFolder.map { committedConfigurations(below: $0) }
        let configurations = targets.flatMap(\.self)
        guard !configurations.isEmpty else {
            printError("error: no target has an apigen.yaml that names an 'output'\n")
            throw ExitCode(1)
        }
        var log = DiagnosticLog()
        for target in targets where target.count > 1 { checkFileNames(ofTargetWith: target.map(\.path), log: &log) }
        guard !log.hasErrors else {
            printError(log.rendered(isColored: isErrorColored()))
            throw ExitCode(1)
        }
        var hasFailed = false
        for configuration in configurations {
            var command = self
            command.targetFolder = []
            command.config = configuration.path
            if !configuration.namesOutputs, options.emit == nil {
                command.options.emit = EmittedOutputs(argument: "models,client,server")
            }
            do {
                try command.run()
            } catch {
                hasFailed = true
            }
        }
        if hasFailed { throw ExitCode(1) }
    }
}
