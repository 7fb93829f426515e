import ApigenCommand
import Foundation
import Testing

/// Everything that tells of options tells of all of them.
struct OptionTableTests {
    @Test func everyOptionIsAFlagOfTheSameName() throws {
        let help = try apigen(in: Folder(), "--help").output
        for option in ConfigurationOption.all where option.name != "document" {
            let flag = "--" + option.name.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
            #expect(help.contains("  \(flag)"), "no flag \(flag)")
        }
    }

    @Test func everyOptionStandsInTheREADME() throws {
        let readme = String(decoding: try #require(readFile(package + "/README.md")), as: UTF8.self)
        for option in ConfigurationOption.all { #expect(readme.contains("\n| `\(option.name)` |"), "\(option.name)") }
    }

    @Test func schemaIsJSONAndKnowsEveryOption() throws {
        let schema = try JSONSerialization.jsonObject(with: Data(configurationSchema().utf8)) as? [String: Any]
        let properties = try #require(schema?["properties"] as? [String: Any])
        #expect(Set(properties.keys) == Set(ConfigurationOption.all.map(\.name) + ["$schema"]))
        #expect(schema?["additionalProperties"] as? Bool == false)
    }
}
