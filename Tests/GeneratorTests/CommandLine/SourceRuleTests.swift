import ApigenCommand
import Diagnostics
import Foundation
import Testing
import YAMLTree

/// Whether the compiler agrees with the rules of `apigen diff` about Swift source.
///
/// `Tests/SourceRules` has a file for each rule with an old document, a new one, and code that compiles with the old one; with the
/// new one it does where the file says `breaks: false`.
@Suite(
    .enabled(
        if: FileManager.default.fileExists(atPath: modules.path + "/APIRuntime.swiftmodule"), "the runtime's module is not built"))
struct SourceRuleTests {
    private let cases: [SourceRuleCase]

    init() throws {
        let folder = package + "/Tests/SourceRules"
        cases = try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { file in
            try SourceRuleCase(rule: String(file.dropLast(5)), text: String(contentsOfFile: folder + "/" + file, encoding: .utf8))
        }
    }

    @Test func everyRuleHasCode() throws {
        let article = try String(contentsOfFile: package + "/Sources/apigen/apigen.docc/DiffRules.md", encoding: .utf8)
        let rules = article.matches(of: #/(?m)^\| `(swift-[a-z-]+)`/#).map { String($0.1) }
        #expect(rules.sorted() == cases.map(\.rule))
    }

    @Test func compilerAgrees() throws {
        #expect(try filesWithErrors(\.old) == [], "the code compiles with the old documents")
        #expect(try filesWithErrors(\.new) == Set(cases.filter(\.breaks).map(\.rule)))
    }

    @Test func ruleIsReported() throws {
        let folder = try Folder()
        for item in cases {
            try folder.write(item.old, to: "old.json")
            try folder.write(item.new, to: "new.json")
            try folder.write("openEnums: \(item.hasOpenEnums)\n", to: "apigen.yaml")
            let report = try apigen(in: folder, "diff", "old.json", "new.json", "--sides", "source")
            #expect(report.output.contains("[\(item.rule)]"), "\(item.rule): \(report.output)")
            #expect(report.status == (item.breaks ? 1 : 0), "\(item.rule): \(report.output)")
        }
    }

    /// Generates code for one of the documents of all cases, and type-checks it together with the code that uses it.
    ///
    /// - Returns: The rules whose code has errors.
    private func filesWithErrors(_ document: KeyPath<SourceRuleCase, String>) throws -> Set<String> {
        let folder = try Folder()
        var files: [String] = []
        for item in cases {
            try folder.write(item[keyPath: document], to: "api.json")
            let made = try apigen(
                in: folder, "api.json", "--namespace", item.namespace, "--output", item.rule, "--emit", "models,client",
                item.hasOpenEnums ? "--open-enums" : "--no-open-enums", "--file-prefix", item.namespace)
            #expect(made.status == 0, "\(item.rule): \(made.errors)")
            files.append("\(item.rule).swift")
            try folder.write(item.code, to: "\(item.rule).swift")
        }
        files += folder.files.filter { $0.hasSuffix(".swift") && $0.contains("/") }
        let arguments = ["-typecheck", "-wmo", "-swift-version", "6", "-module-name", "Consumers", "-I", modules.path]
        let outcome = try run(URL(filePath: "/usr/bin/env"), ["swiftc"] + arguments + files, in: folder.path)
        let errors = outcome.errors.matches(of: #/(?m)^(?:.*/)?([A-Za-z0-9-]+)\.swift:\d+:\d+: error: /#).map { String($0.1) }
        return Set(errors)
    }
}

/// A rule with two documents, and code that uses what is generated from the old one.
private struct SourceRuleCase: Sendable {
    let rule: String
    let old: String
    let new: String
    let hasOpenEnums: Bool
    /// Whether code has to change.
    let breaks: Bool
    private let uses: String

    init(rule: String, text: String) throws {
        var log = DiagnosticLog()
        let source = log.add(SourceFile(path: rule, bytes: Array(text.utf8)))
        let root = try #require(parseYAML(source, log: &log)?.root, "\(log.rendered())")
        func document(_ key: String) throws -> String {
            let fields = try #require(root[key]).jsonText().dropFirst()
            return #"{"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "# + fields
        }
        self.rule = rule
        old = try document("old")
        new = try document("new")
        hasOpenEnums = root["openEnums"]?.bool ?? true
        breaks = root["breaks"]?.bool ?? true
        uses = try #require(root["uses"]?.string)
    }

    /// The namespace of the generated code, as the code of all rules is one module.
    var namespace: String { rule.split(separator: "-").map(\.capitalized).joined() }

    /// The code with names of its own, so that it does not clash with that of other rules.
    var code: String {
        "import APIRuntime\n\nprivate enum Uses {\n"
            + uses.replacing("API.", with: namespace + ".").replacing(#/(?m)^(func|let) /#) { "static \($0.1) " } + "}\n"
    }
}

private let modules = builtProducts.appending(path: "Modules")
