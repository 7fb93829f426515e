import APIModel

/// The program that tries the values on the generated types.
func driver(for api: API) -> String {
    let cases = api.types.enumerated().filter { $0.element.componentName != nil }.map { index, type in
        "    case \(index): return try trip(\(api.namespace.spelling).\(type.name.spelling).self, json)"
    }
    return """
        import APIRuntime
        import Foundation

        func trip<Value: JSONCodable>(_ type: Value.Type, _ json: [UInt8]) throws(JSONError) -> [UInt8] {
            try JSONWriter.write(try Value(json: json))
        }

        func trip(_ type: Int, _ json: [UInt8]) throws(JSONError) -> [UInt8] {
            switch type {
        \(cases.joined(separator: "\n"))
            default: return []
            }
        }

        func isSame(_ one: JSONValue, _ other: JSONValue) -> Bool {
            switch (one, other) {
            case (.array(let one), .array(let other)): one.count == other.count && zip(one, other).allSatisfy { isSame($0, $1) }
            case (.object(let one), .object(let other)):
                one.members.count == other.members.count
                    && one.members.allSatisfy { member in other[member.name].map { isSame(member.value, $0) } ?? false }
            default: one == other
            }
        }

        let schemas = JSONSchemaSet(try String(contentsOfFile: "schemas.json", encoding: .utf8))
        for problem in schemas.problems { print("schema\\t\\(problem)") }
        var fitting = 0, survived = 0, doubtful = 0, spoiled = 0, refused = 0, refusedByType = 0
        for line in try String(contentsOfFile: "instances.tsv", encoding: .utf8).split(separator: "\\n") {
            let fields = line.split(separator: "\\t", maxSplits: 3)
            guard fields.count == 4, let type = Int(fields[0]) else { continue }
            let json = Array(fields[3].utf8)
            let value = try JSONValue(json: json)
            let reference = "#/$defs/" + fields[2].replacingOccurrences(of: "~", with: "~0").replacingOccurrences(of: "/", with: "~1")
            let violations = schemas.violations(of: value, against: reference)
            let result = Result { () throws(JSONError) in try trip(type, json) }
            if fields[1] == "fits" {
                guard violations.isEmpty else {
                    doubtful += 1
                    continue
                }
                fitting += 1
                switch result {
                case .success(let written):
                    if isSame(try JSONValue(json: written), value) {
                        survived += 1
                    } else {
                        print("changed\\t\\(fields[2])\\t\\(fields[3])\\t\\(String(decoding: written, as: UTF8.self))")
                    }
                case .failure(let error): print("refused\\t\\(fields[2])\\t\\(fields[3])\\t\\(error)")
                }
            } else {
                spoiled += 1
                if case .failure = result { refusedByType += 1 }
                if case .success = result, violations.isEmpty {
                    print("accepted\\t\\(fields[2])\\t\\(fields[3])")
                } else {
                    refused += 1
                }
            }
        }
        print("rate\\t\\(survived)\\t\\(fitting)\\t\\(refused)\\t\\(spoiled)\\t\\(refusedByType)\\t\\(doubtful)")

        """
}
