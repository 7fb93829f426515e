import APIModel

extension RequestExample {
    /// The request as a shell command.
    var curl: String {
        var words = ["curl" + (method == "GET" ? "" : " -X \(method)") + " \(ShellText.single(url))"]
        words += headers.map { "-H " + ShellText.single("\($0.name): \($0.value)") }
        words += body?.curlOptions ?? []
        return words.joined(separator: " \\\n  ")
    }

    /// The request with JavaScript's `fetch`.
    var javaScript: String {
        var lines = method == "GET" ? [] : ["method: \(stringLiteral(method)),"]
        if !headers.isEmpty { lines.append("headers: \(headersObject),") }
        switch body {
        case .json(let value): lines.append("body: JSON.stringify(\(value.literal(.json))),")
        case .form(let value): lines.append("body: new URLSearchParams(\(pairsObject(value.pairs))),")
        case .multipart: lines.append("body: form,")
        case .text(let text), .xml(_, let text): lines.append("body: \(stringLiteral(text)),")
        case nil: break
        }
        let options = lines.isEmpty ? "" : ", {\n" + lines.map { "  " + $0 }.joined(separator: "\n") + "\n}"
        return formInJavaScript
            + "const response = await fetch(\(stringLiteral(url))\(options));\nconsole.log(await response.text());"
    }

    private var formInJavaScript: String {
        guard case .multipart(let value) = body else { return "" }
        return "const form = new FormData();\n"
            + value.pairs.map { "form.append(\(stringLiteral($0.name)), \(stringLiteral($0.value)));\n" }.joined()
    }

    /// The request with Python's `requests`.
    var python: String {
        var arguments = [stringLiteral(url)]
        if !headers.isEmpty { arguments.append("headers=\(headersObject)") }
        switch body {
        case .json(let value): arguments.append("json=\(value.literal(.python))")
        case .form(let value): arguments.append("data=\(pairsObject(value.pairs))")
        case .multipart(let value):
            let files = value.pairs.map { "\(stringLiteral($0.name)): (None, \(stringLiteral($0.value)))" }
            arguments.append("files={\(files.joined(separator: ", "))}")
        case .text(let text), .xml(_, let text): arguments.append("data=\(stringLiteral(text)).encode()")
        case nil: break
        }
        let call =
            ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"].contains(method)
            ? "requests.\(method.lowercased())(" : "requests.request(\(stringLiteral(method)), "
        return "import requests\n\nresponse = \(call)\(arguments.joined(separator: ",\n    ")))\nprint(response.text)"
    }

    private var headersObject: String { pairsObject(headers) }

    private func pairsObject(_ pairs: [(name: String, value: String)]) -> String {
        "{" + pairs.map { "\(stringLiteral($0.name)): \(stringLiteral($0.value))" }.joined(separator: ", ") + "}"
    }
}

extension BodyExample {
    /// The options that make curl send the body.
    var curlOptions: [String] {
        switch self {
        case .json(let value): ["-d " + ShellText.single(value.literal(.json))]
        case .form(let value): value.pairs.map { "--data-urlencode " + ShellText.single("\($0.name)=\($0.value)") }
        case .multipart(let value): value.pairs.map { "-F " + ShellText.single("\($0.name)=\($0.value)") }
        case .text(let text), .xml(_, let text): ["--data-binary " + ShellText.lines(text)]
        }
    }
}
