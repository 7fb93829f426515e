#if Mock
import APIModel
import ApigenCommand
import Diagnostics

/// One attempt to read a document with the options of its configuration.
struct ModelAttempt {
    private(set) var log = DiagnosticLog()
    /// The model; `nil` after errors.
    private(set) var api: API?
    let inputs = InputFiles()

    init(document: String, config: String?) {
        inputs.record(document)
        guard let configuration = readConfiguration(of: document, in: config, recordedIn: inputs, log: &log) else { return }
        log.isStrict = configuration.strict
        guard let source = openDocument(document, log: &log), !log.hasErrors else { return }
        var options = configuration.options(of: document, recordedIn: inputs, log: &log)
        // Who writes a document wants to try it before it is complete.
        options.isLenient = true
        api = model(of: source, options: options, log: &log)
    }
}
#endif
