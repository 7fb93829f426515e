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
        var configuration = Configuration()
        inputs.record(document)
        if let file = config ?? configurationFile(besideDocument: document) {
            inputs.record(file)
            guard let source = openDocument(file, log: &log) else { return }
            configuration = readConfiguration(source, log: &log)
            // The folder's configuration may be for another document.
            if config == nil, let own = configuration.document, !isSameFile(own, document) { configuration = Configuration() }
        }
        log.isStrict = configuration.strict
        guard let source = openDocument(document, log: &log), !log.hasErrors else { return }
        var options = configuration.generationOptions
        // Who writes a document wants to try it before it is complete.
        options.isLenient = true
        for overlay in configuration.overlays {
            inputs.record(overlay)
            if let source = openDocument(overlay, log: &log) { options.overlays.append(source) }
        }
        options.loader = inputs.recording(linkedFiles(of: document, allowingAbove: configuration.allowParentFolders), of: document)
        api = model(of: source, options: options, log: &log)
    }
}
#endif
