import ApigenCommand
import Diagnostics

/// The whole tool in memory: a document's bytes in, files out, first strictly and then leniently.
@_cdecl("LLVMFuzzerTestOneInput")
public func generateFromBytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    for isLenient in [false, true] {
        var log = DiagnosticLog()
        let templates = Templates(log: &log)
        let document = log.add(SourceFile(path: "Fuzzed.yaml", bytes: bytes))
        var options = GenerationOptions()
        options.isLenient = isLenient
        let files = generate(document, options: options, with: templates, log: &log)?.files ?? []
        let text = log.rendered()
        precondition(log.hasErrors == text.contains(": error: "), "errors are printed")
        precondition(log.hasErrors || !files.isEmpty, "a document without errors gives files")
        precondition(files.allSatisfy { !$0.path.contains("..") && !$0.path.hasPrefix("/") }, "files stay in their folder")
    }
    return 0
}
