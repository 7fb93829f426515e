import APIModel
import ApigenCommand
import ArgumentParser

/// The value of `--names`, such as `Pet=Animal,get_pet=pet`: Swift names by names in the document.
struct ChosenNames: ExpressibleByArgument {
    let overrides: [NameOverride]

    init?(argument: String) {
        guard let pairs = pairs(of: argument), pairs.allSatisfy({ Identifier.isValid($0.value) }) else { return nil }
        overrides = pairs.map { NameOverride(documentName: $0.key, swiftName: $0.value, position: nil) }
    }
}

/// The value of `--formats`, such as `money=Money.Amount,date-time=String`: Swift types by format.
struct ChosenFormats: ExpressibleByArgument {
    let types: [String: String]

    init?(argument: String) {
        guard let pairs = pairs(of: argument), pairs.allSatisfy({ FormatTypes.isType($0.value) }) else { return nil }
        types = Dictionary(pairs.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
    }
}

/// The value of `--conformances`, such as `*Event=Trackable,Tracking.Audited`.
struct ConformancesArgument: ExpressibleByArgument {
    let conformances: ChosenConformances

    init?(argument: String) {
        guard let sign = argument.firstIndex(of: "="), sign != argument.startIndex else { return nil }
        let protocols = argument[argument.index(after: sign)...].split(separator: ",", omittingEmptySubsequences: false).map(
            String.init)
        guard protocols.allSatisfy(FormatTypes.isType) else { return nil }
        conformances = ChosenConformances(pattern: String(argument[..<sign]), protocols: protocols)
    }
}

/// The value of `--pagination`, such as `listPets: cursor=after next=/next items=/data`.
struct ChosenPages: ExpressibleByArgument {
    let override: PagesOverride

    init?(argument: String) {
        guard let colon = argument.firstRange(of: ": "), let description = PagesDescription(String(argument[colon.upperBound...]))
        else { return nil }
        override = PagesOverride(operation: String(argument[..<colon.lowerBound]), description: description)
    }
}

/// Returns the pairs of a text like `a=b,c=d`, or `nil` if a pair has no equals sign.
private func pairs(of text: String) -> [(key: String, value: String)]? {
    var pairs: [(key: String, value: String)] = []
    for pair in text.split(separator: ",", omittingEmptySubsequences: false) {
        guard let sign = pair.lastIndex(of: "=") else { return nil }
        pairs.append((String(pair[..<sign]), String(pair[pair.index(after: sign)...])))
    }
    return pairs
}
