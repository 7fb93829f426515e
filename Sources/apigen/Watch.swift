import ApigenCommand
import Diagnostics

extension Apigen {
    /// Makes everything, and again whenever an input changes, until the process is ended; what is wrong in between is told.
    func watchInputs() {
        while true {
            let attempt = Attempt(self)
            attempt.tell(diagnostics)
            if let run = attempt.run, !attempt.log.hasErrors { _ = deliver(run) }
            var changed: [String] = []
            while changed.isEmpty {
                pause(milliseconds: 50)
                changed = attempt.inputs.changed
            }
            printOutput(changed.map { "\($0) has changed\n" }.joined())
        }
    }
}
