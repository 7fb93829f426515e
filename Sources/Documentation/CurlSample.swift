import APIModel
import Printing

/// The request as a shell command on one line: the document's own sample where it has one, else made from the operation.
func curlSample(of endpoint: Endpoint, in api: API) -> String {
    let own = endpoint.operation.codeSamples.first { canonicalLanguage($0.language) == "shell" }
    if let own { return own.source.trimmed }
    let request = RequestExample(endpoint, in: api, server: serverTemplate(of: endpoint.operation))
    var words = ["curl", "-X", request.method]
    words += request.headers.flatMap { ["-H", ShellText.double("\($0.name): \($0.value)")] }
    words += request.body?.curlOptions ?? []
    words.append(ShellText.single(request.url))
    return words.joined(separator: " ")
}

/// The first server's URL with its variables in angle brackets, which a reader fills in.
private func serverTemplate(of operation: ResolvedOperation) -> String {
    var server = operation.servers.first?.template ?? ""
    server = server.replacing(UInt8(ascii: "{"), with: "<").replacing(UInt8(ascii: "}"), with: ">")
    while server.hasSuffix("/") { server.removeLast() }
    if server.contains("://") { return server }
    return "http://<url>" + (server.isEmpty || server.hasPrefix("/") ? "" : "/") + server
}
