import ApigenCommand
import Foundation
import Testing

/// The table of options, held against the help, the article and the schema of configurations.
struct OptionTableTests {
    @Test func everyOptionIsAFlagOfTheSameName() throws {
        let help = try apigen(in: Folder(), "--help").output
        for option in ConfigurationOption.all where option.name != "document" {
            let flag = "--" + option.name.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
            #expect(help.contains("  \(flag)"), "no flag \(flag)")
        }
    }

    @Test func articleListsEveryOption() throws {
        let article = try article("Configuration")
        for option in ConfigurationOption.all {
            let row = "\n| `\(option.name)` | \(option.meaning) | \(option.defaultValue ?? "") |\n"
            #expect(article.contains(row), "Configuration.md lacks the row: \(row)")
        }
    }

    @Test func changelogBeginsWithTheVersion() throws {
        let version = try apigen(in: Folder(), "--version").output.trimmingCharacters(in: .newlines)
        let first = try article("Changelog").split(separator: "\n").first { $0.hasPrefix("## ") }
        #expect(first == "## \(version)")
    }

    private func article(_ name: String) throws -> String {
        String(decoding: try #require(readFile("\(package)/Sources/apigen/apigen.docc/\(name).md")), as: UTF8.self)
    }

    @Test func schemaIsJSONAndKnowsEveryOption() throws {
        let schema = try JSONSerialization.jsonObject(with: Data(configurationSchema().utf8)) as? [String: Any]
        let properties = try #require(schema?["properties"] as? [String: Any])
        #expect(Set(properties.keys) == Set(ConfigurationOption.all.map(\.name) + ["$schema"]))
        #expect(schema?["additionalProperties"] as? Bool == false)
    }
}
