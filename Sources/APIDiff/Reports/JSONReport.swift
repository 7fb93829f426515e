import Diagnostics

extension DiffReport {
    /// The report as a JSON object.
    package func json() -> String {
        let objects = changes.map { "    " + $0.json }
        let list = objects.isEmpty ? "[]" : "[\n\(objects.joined(separator: ",\n"))\n  ]"
        return """
            {
              "oldVersion": \(jsonString(oldVersion)),
              "newVersion": \(jsonString(newVersion)),
              "step": "\(step.rawValue)",
              "omitted": \(omitted),
              "changes": \(list)
            }

            """
    }

    /// The report as a SARIF 2.1.0 log, which code hosts and editors read. Compatible changes are notes.
    ///
    /// - Parameter version: The version of the tool.
    package func sarif(version: String) -> String {
        let used = Rule.all.filter { rule in changes.contains { $0.rule == rule } }
        let rules = used.map { rule in
            "            {\"id\":\(jsonString(rule.id)),\"help\":{\"text\":\(jsonString(rule.advice.isEmpty ? rule.id : rule.advice))}}"
        }
        return """
            {
              "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
              "version": "2.1.0",
              "runs": [
                {
                  "tool": {
                    "driver": {
                      "name": "apigen diff",
                      "version": \(jsonString(version)),
                      "rules": [
            \(rules.joined(separator: ",\n"))
                      ]
                    }
                  },
                  "columnKind": "unicodeCodePoints",
                  "results": [
            \(changes.map(\.sarif).joined(separator: ",\n"))
                  ]
                }
              ]
            }

            """
    }
}

extension Change {
    fileprivate var json: String {
        let verdicts = verdict.sides.map { "\"\($0.rawValue)\":\"\(verdict[$0]?.rawValue ?? "")\"" }.joined(separator: ",")
        var members = [
            "\"kind\":\(jsonString(rule.id))", "\"severity\":\"\(severity.rawValue)\"", "\"sides\":{\(verdicts)}",
            "\"subject\":\(jsonString(subject))", "\"message\":\(jsonString(sentence.plain))",
        ]
        if !advice.isEmpty { members.append("\"advice\":\(jsonString(advice))") }
        if let old { members.append("\"old\":\(old.json)") }
        if let new { members.append("\"new\":\(new.json)") }
        if !users.isEmpty {
            members.append("\"usedBy\":[\(users.map(jsonString).joined(separator: ","))]")
            members.append("\"usedByCount\":\(userCount)")
        }
        return "{\(members.joined(separator: ","))}"
    }

    fileprivate var sarif: String {
        let level =
            switch severity {
            case .breaking: "error"
            case .risky: "warning"
            case .compatible: "note"
            }
        let place = new ?? old
        let locations = place.map { "[{\($0.sarif)}]" } ?? "[]"
        let related = new == nil ? "" : old.map { ",\"relatedLocations\":[{\($0.sarif),\"message\":{\"text\":\"before\"}}]" } ?? ""
        let text = "\(subject): \(sentence.plain)" + (advice.isEmpty ? "" : " " + advice)
        return "        {\"ruleId\":\(jsonString(rule.id)),\"level\":\"\(level)\",\"message\":{\"text\":\(jsonString(text))},"
            + "\"locations\":\(locations)\(related)}"
    }
}

extension Place {
    fileprivate var json: String {
        let pointer = pointer.map { ",\"pointer\":\(jsonString($0))" } ?? ""
        return "{\"path\":\(jsonString(path)),\"line\":\(line),\"column\":\(column)\(pointer)}"
    }

    fileprivate var sarif: String {
        "\"physicalLocation\":{\"artifactLocation\":{\"uri\":\(jsonString(uriReference(path)))},"
            + "\"region\":{\"startLine\":\(line),\"startColumn\":\(column)}}"
    }
}
