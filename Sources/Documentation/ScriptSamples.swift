import APIModel
import Printing

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
        case .form(let value): lines.append("body: new URLSearchParams(\(fields(value.pairs))),")
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
        case .form(let value): arguments.append("data=\(fields(value.pairs))")
        case .multipart(let value): arguments.append("files=\(files(value.pairs))")
        case .text(let text), .xml(_, let text): arguments.append("data=\(stringLiteral(text)).encode()")
        case nil: break
        }
        let call =
            ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"].contains(method)
            ? "requests.\(method.lowercased())(" : "requests.request(\(stringLiteral(method)), "
        return "import requests\n\nresponse = \(call)\(arguments.joined(separator: ",\n    ")))\nprint(response.text)"
    }

    private var headersObject: String { pairsObject(headers) }

    private func files(_ pairs: [(name: String, value: String)]) -> String {
        let files = pairs.map { (stringLiteral($0.name), "(None, \(stringLiteral($0.value)))") }
        if pairs.areDistinct { return "{" + files.map { "\($0): \($1)" }.joined(separator: ", ") + "}" }
        return "[" + files.map { "(\($0), \($1))" }.joined(separator: ", ") + "]"
    }

    /// The pairs as an object, or as a list if several have one name, which an object would lose.
    private func fields(_ pairs: [(name: String, value: String)]) -> String {
        if pairs.areDistinct { return pairsObject(pairs) }
        return "[" + pairs.map { "[\(stringLiteral($0.name)), \(stringLiteral($0.value))]" }.joined(separator: ", ") + "]"
    }

    private func pairsObject(_ pairs: [(name: String, value: String)]) -> String {
        "{" + pairs.map { "\(stringLiteral($0.name)): \(stringLiteral($0.value))" }.joined(separator: ", ") + "}"
    }
}

extension BodyExample {
    /// The options that make curl send the body.
    var curlOptions: [String] {
        switch self {
        case .json(let value): ["-d " + ShellText.single(value.literal(.json))]
        case .form(let value):
            value.pairs.map { "--data-urlencode " + ShellText.single("\(URLText.component($0.name))=\($0.value)") }
        case .multipart(let value): value.pairs.map { multipartOption($0.name, $0.value) }
        // curl takes `@` for the name of a file.
        case .text(let text), .xml(_, let text): [(text.hasPrefix("@") ? "--data-raw " : "--data-binary ") + ShellText.lines(text)]
        }
    }

    /// curl takes `@` and `<` for the names of files, and `;` for the beginning of a media type.
    private func multipartOption(_ name: String, _ value: String) -> String {
        let isPlain = value.first != "@" && value.first != "<" && !value.contains(";")
        return (isPlain ? "-F " : "--form-string ") + ShellText.single("\(name)=\(value)")
    }
}

extension [(name: String, value: String)] {
    fileprivate var areDistinct: Bool {
        Set(map(\.name)).count == count
    }
}
