import APIModel
import ArgumentParser
import Generator

/// The value of `--names`: pairs of a document's name and a Swift name, with commas between.
struct ChosenNames: ExpressibleByArgument {
    let overrides: [NameOverride]

    init?(argument: String) {
        var overrides: [NameOverride] = []
        for pair in argument.split(separator: ",", omittingEmptySubsequences: false) {
            guard let sign = pair.lastIndex(of: "=") else { return nil }
            let swiftName = String(pair[pair.index(after: sign)...])
            guard Identifier.isValid(swiftName) else { return nil }
            overrides.append(NameOverride(documentName: String(pair[..<sign]), swiftName: swiftName, position: nil))
        }
        self.overrides = overrides
    }
}
