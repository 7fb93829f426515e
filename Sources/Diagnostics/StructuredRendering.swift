extension DiagnosticLog {
    /// Returns the diagnostics as a JSON array of objects, sorted by position.
    package func renderedAsJSON() -> String {
        let objects = sorted.map { diagnostic in
            let pointer = pointer(to: diagnostic.position).map { ",\"pointer\":\(jsonString($0))" } ?? ""
            let notes = diagnostic.notes.map { "{\(members(of: $0.text, at: $0.position))}" }.joined(separator: ",")
            return "  {\"severity\":\"\(diagnostic.severity.rawValue)\","
                + "\(members(of: diagnostic.text, at: diagnostic.position))\(pointer),\"notes\":[\(notes)]}"
        }
        return objects.isEmpty ? "[]\n" : "[\n\(objects.joined(separator: ",\n"))\n]\n"
    }

    private func members(of text: String, at position: Position) -> String {
        "\"message\":\(jsonString(text)),\"path\":\(jsonString(source(position.file).path)),"
            + "\"line\":\(position.line),\"column\":\(position.column)"
    }

    /// Returns the diagnostics as a SARIF 2.1.0 log, which code hosts and editors read.
    ///
    /// - Parameter version: The version of the tool.
    package func renderedAsSARIF(version: String) -> String {
        let results = sorted.map { diagnostic in
            let notes = diagnostic.notes.map { "{\(location(of: $0.position)),\"message\":{\"text\":\(jsonString($0.text))}}" }
            let related = notes.isEmpty ? "" : ",\"relatedLocations\":[\(notes.joined(separator: ","))]"
            return "        {\"level\":\"\(diagnostic.severity.rawValue)\",\"message\":{\"text\":\(jsonString(diagnostic.text))},"
                + "\"locations\":[{\(location(of: diagnostic.position))}]\(related)}"
        }
        return """
            {
              "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
              "version": "2.1.0",
              "runs": [
                {
                  "tool": {"driver": {"name": "apigen", "version": \(jsonString(version))}},
                  "columnKind": "unicodeCodePoints",
                  "results": [
            \(results.joined(separator: ",\n"))
                  ]
                }
              ]
            }

            """
    }

    private func location(of position: Position) -> String {
        "\"physicalLocation\":{\"artifactLocation\":{\"uri\":\(jsonString(uriReference(source(position.file).path)))},"
            + "\"region\":{\"startLine\":\(position.line),\"startColumn\":\(position.column)}}"
    }
}

/// Returns a path as a URI reference; RFC 3986, section 4.2.
package func uriReference(_ path: String) -> String {
    let hexadecimal = Array("0123456789ABCDEF")
    let text = path.utf8.map { byte -> String in
        let scalar = Unicode.Scalar(byte)
        let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789-._~/".unicodeScalars.contains(scalar))
        return isPlain ? String(scalar) : "%\(hexadecimal[Int(byte >> 4)])\(hexadecimal[Int(byte & 15)])"
    }
    return (path.hasPrefix("/") ? "file://" : "") + text.joined()
}

/// Returns a text as a JSON string.
package func jsonString(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"", "\\": result += "\\\(scalar)"
        case _ where scalar.value < 0x20:
            let digits = String(scalar.value, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}
