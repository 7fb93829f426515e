import ApigenCommand
import ArgumentParser

extension Apigen {
    /// Generates or checks the code that is kept in a package, as the command plugins do: one run for each configuration below the
    /// folders of its targets that names an `output`.
    func runForTargets() throws {
        let configurations = targetFolder.flatMap { committedConfigurations(below: $0) }
        guard !configurations.isEmpty else {
            printError("error: no target has an apigen.yaml that names an 'output'\n")
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
