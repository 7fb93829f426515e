import APIModel
import ApigenCommand
import ArgumentParser

/// The value of `--names`: pairs of a document's name and a Swift name, with commas between.
struct ChosenNames: ExpressibleByArgument {
    let overrides: [NameOverride]

    init?(argument: String) {
        guard let pairs = pairs(of: argument), pairs.allSatisfy({ Identifier.isValid($0.value) }) else { return nil }
        overrides = pairs.map { NameOverride(documentName: $0.key, swiftName: $0.value, position: nil) }
    }
}

/// The value of `--formats`: pairs of a format and a Swift type, with commas between.
struct ChosenFormats: ExpressibleByArgument {
    let types: [String: String]

    init?(argument: String) {
        guard let pairs = pairs(of: argument), pairs.allSatisfy({ FormatTypes.isType($0.value) }) else { return nil }
        types = Dictionary(pairs.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
    }
}

/// The pairs of a text like `a=b,c=d`; nil where a sign is missing.
private func pairs(of text: String) -> [(key: String, value: String)]? {
    var pairs: [(key: String, value: String)] = []
    for pair in text.split(separator: ",", omittingEmptySubsequences: false) {
        guard let sign = pair.lastIndex(of: "=") else { return nil }
        pairs.append((String(pair[..<sign]), String(pair[pair.index(after: sign)...])))
    }
    return pairs
}
