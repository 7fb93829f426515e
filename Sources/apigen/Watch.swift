import ApigenCommand
import Diagnostics

extension Apigen {
    /// Generates the files, and again whenever an input changes, until the process ends. Errors in between are reported.
    func watchInputs() {
        while true {
            let attempt = Attempt(self)
            _ = finish(attempt)
            var changed: [String] = []
            while changed.isEmpty {
                pause(milliseconds: 50)
                changed = attempt.inputs.changed
            }
            printOutput(changed.map { "\($0) has changed\n" }.joined())
        }
    }
}
