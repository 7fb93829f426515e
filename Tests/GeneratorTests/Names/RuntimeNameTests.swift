import APIModel
import Foundation
import Testing

/// Whether the names that the generator knows of the runtime are those that there are.
struct RuntimeNameTests {
    private static func text(of folder: String, _ suffix: String) -> [(file: String, text: String)] {
        let path = package + "/" + folder
        let files = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        return files.filter { $0.hasSuffix(suffix) }.sorted().map {
            ($0, (try? String(contentsOfFile: path + "/" + $0, encoding: .utf8)) ?? "")
        }
    }

    private static let runtime = text(of: "Sources/APIRuntime", ".swift").map(\.text).joined(separator: "\n")
    private static let templates = text(of: "Templates/swift", ".mustache")
    private static let printers = text(of: "Sources/Generator", ".swift").map(\.text).joined(separator: "\n")

    /// The templates of models; what they name stands in files that need nothing else of the runtime.
    private static let modelTemplates: Set = [
        "alias", "assignment", "closedEnumeration", "enumeration", "models", "storedProperty", "structHeader", "structure", "tuple",
        "union",
        "wrapper",
    ]

    @Test
    func everyNameOfTheRuntimeIsPublicThere() {
        let types = Set(
            Self.runtime.matches(of: /public (?:final )?(?:struct|enum|class|protocol|actor|typealias) (\w+)/).map { String($0.1) })
        #expect(types.count > 50)
        #expect(runtimeTypesOfModels.subtracting(types).isEmpty)
        #expect(runtimeTypesOfOperations.subtracting(types).isEmpty)
        #expect(runtimeTypesOfModels.isDisjoint(with: runtimeTypesOfOperations))
    }

    @Test
    func everyTypeOfTheRuntimeThatGeneratedCodeNamesIsKnown() {
        var models: Set<String> = []
        var operations: Set<String> = []
        for (file, text) in Self.templates {
            let names = text.matches(of: /\{\{runtime\}\}(\w+)/).map { String($0.1) }
            if Self.modelTemplates.contains(file.replacing(".mustache", with: "")) {
                models.formUnion(names)
            } else {
                operations.formUnion(names)
            }
        }
        // Templates complete these with the kind of value that an enum has, and printers name those by a value of their own.
        models.subtract(["Open", "Closed"])
        operations.formUnion(Self.printers.matches(of: /runtime(?:\)| \+ ")([A-Z]\w+)/).map { String($0.1) })
        #expect(operations.count > 20)
        #expect(models.subtracting(runtimeTypesOfModels) == [])
        #expect(operations.subtracting(runtimeTypesOfModels).subtracting(runtimeTypesOfOperations) == [])
    }

    @Test
    func everyMemberOfTheRuntimesClientIsKnown() throws {
        let source = try String(contentsOfFile: package + "/Sources/APIRuntime/Client/APIClient.swift", encoding: .utf8)
        let client = source.prefix(upTo: try #require(source.range(of: "/// A value and the head")).lowerBound)
        let members = client.matches(of: /(?:public func|\n    var) (\w+)/).map { String($0.1) }
        #expect(Set(members) == clientMembers)
    }

    /// A name that templates give to a variable, a function or a parameter has to be one of those that are tried on the generator.
    @Test
    func everyNameThatATemplateDeclaresIsTried() {
        var declared: Set<String> = []
        for (_, text) in Self.templates {
            let code = text.split(separator: "\n").filter { !$0.contains("//") }.joined(separator: "\n")
            declared.formUnion(
                code.matches(of: /\b(?:let|var|func|case|enum|struct|associatedtype) ([A-Za-z]\w*)/).map { String($0.1) })
            declared.formUnion(code.matches(of: /[(,] ?(?:\w+ )?([A-Za-z]\w*): (?:\{\{|inout)/).map { String($0.1) })
        }
        declared.formUnion(GeneratedScope.allCases.flatMap(\.reservedNames))
        declared.formUnion(runtimeTypesOfModels.union(runtimeTypesOfOperations).union(usedStandardNames))
        #expect(declared.count > 40)
        #expect(declared.subtracting(HostileNames.all).sorted() == [])
    }
}
