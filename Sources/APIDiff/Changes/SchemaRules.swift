/// Rules about what values a schema allows. Where it allows fewer values than before, what callers send may be rejected, and JSON
/// that was stored may be invalid; where it allows more, callers may receive what they cannot read.
extension Rule {
    static let schemaRules = [
        typeNarrowed, typeWidened, typeChanged, nullAllowed, nullForbidden, formatAdded, formatRemoved, formatNarrowed,
        formatWidened,
        formatChanged, enumAdded, enumRemoved, enumValueAdded, enumValueRemoved, constChanged, patternAdded, patternRemoved,
        patternChanged, conditionTightened, conditionLoosened, conditionChanged, contentChanged, contentSchemaAdded,
        contentSchemaRemoved, xmlChanged, defaultAdded, defaultRemoved, defaultChanged,
        schemaDeprecated,
        schemaReinstated,
    ]

    static let typeNarrowed = narrowing(
        "type-narrowed", "The type of {where} was narrowed from {old} to {new}.", "Accept the old types too.", storage: .risky)
    static let typeWidened = widening(
        "type-widened", "The type of {where} was widened from {old} to {new}.", "Keep sending the old types.")
    static let typeChanged = Rule(
        "type-changed", .breaksCallersAndStorage, "The type of {where} changed from {old} to {new}.",
        "Add a property of another name instead.")
    static let nullAllowed = widening(
        "null-allowed", "The value of {where} may now be null.", "Leave the value out instead of sending null.")
    static let nullForbidden = narrowing(
        "null-forbidden", "The value of {where} must no longer be null.", "Keep accepting null.", storage: .risky)
    static let formatAdded = narrowing(
        "format-added", "The format of {where} is now {new}.", "Make sure that all values have the format.", storage: .risky)
    static let formatRemoved = widening(
        "format-removed", "The format of {where} is no longer {old}.", "Keep sending values of the format.")
    static let formatNarrowed = narrowing(
        "format-narrowed", "The format of {where} was narrowed from {old} to {new}.", "Accept values of the old format.",
        storage: .risky)
    static let formatWidened = widening(
        "format-widened", "The format of {where} was widened from {old} to {new}.",
        "Keep sending values that the old format can hold.")
    static let formatChanged = Rule(
        "format-changed", .breaksCallersAndStorage, "The format of {where} changed from {old} to {new}.",
        "Add a property of another name instead.")
    static let enumAdded = narrowing(
        "enum-added", "The values of {where} are now limited to a list.", "Accept other values too.", storage: .risky)
    static let enumRemoved = widening(
        "enum-removed", "The values of {where} are no longer limited to a list.", "Keep sending the values of the list.")
    static let enumValueAdded = Rule(
        "enum-value-added", sent: .changesServers, received: .risksCallers, "The value {name} was added to the list of {where}.",
        "Make sure that callers handle values that they do not know.")
    static let enumValueRemoved = narrowing(
        "enum-value-removed", "The value {name} was removed from the list of {where}.", "Keep accepting the value.",
        storage: .risky)
    static let constChanged = Rule(
        "const-changed", .breaksCallersRisksStorage, "The only value of {where} changed from {old} to {new}.",
        "Allow both values.")
    static let patternAdded = narrowing(
        "pattern-added", "The value of {where} must now match the pattern {new}.", "Accept the values that were valid before.",
        storage: nil)
    static let patternRemoved = widening(
        "pattern-removed", "The value of {where} need no longer match the pattern {old}.", "Keep sending values that match it.")
    static let patternChanged = Rule(
        "pattern-changed", .risksCallers, "The pattern of {where} changed from {old} to {new}.",
        "Make sure that the new pattern matches all values of the old one, or that callers can read what it matches besides.")
    static let conditionTightened = narrowing(
        "condition-tightened", "The keyword {name} of {where} now excludes more values.",
        "Accept the values that were valid before.", storage: nil)
    static let conditionLoosened = widening(
        "condition-loosened", "The keyword {name} of {where} now excludes fewer values.",
        "Keep sending values that were valid before.")
    static let conditionChanged = Rule(
        "condition-changed", .risksCallers, "The keyword {name} of {where} changed.",
        "Compare the values that the old and the new keyword allow.")
    static let contentChanged = Rule(
        "content-changed", .breaksCallersAndStorage, "The encoding of the text of {where} changed from {old} to {new}.",
        "Add a property of another name instead.")
    static let contentSchemaAdded = narrowing(
        "content-schema-added", "The text of {where} now has a schema.", "Accept the texts that were valid before.",
        storage: .risky)
    static let contentSchemaRemoved = widening(
        "content-schema-removed", "The text of {where} no longer has a schema.", "Keep sending texts that match the schema.")
    static let xmlChanged = Rule(
        "xml-changed", .risksCallers, "The XML representation of {where} changed.", "Keep the names of elements and attributes.")
    static let defaultAdded = Rule("default-added", .compatible, "The default of {where} is now {new}.")
    static let defaultRemoved = Rule(
        "default-removed", sent: .risksCallers, received: .compatible, "The default {old} of {where} was removed.",
        "Keep treating an absent value as before.")
    static let defaultChanged = Rule(
        "default-changed", sent: .risksCallers, received: .risksCallers, "The default of {where} changed from {old} to {new}.",
        "Keep treating an absent value as before.")
    static let schemaDeprecated = Rule("schema-deprecated", .compatible, "The value of {where} is now deprecated.")
    static let schemaReinstated = Rule("schema-reinstated", .compatible, "The value of {where} is no longer deprecated.")

    /// A rule about schemas that allow fewer values than before.
    ///
    /// - Parameter storage: The severity for JSON that was stored; `nil` where generated types read it as before.
    static func narrowing(_ id: String, _ template: String, _ advice: String, storage: Severity?) -> Rule {
        var (sent, received): ([Side: Severity], [Side: Severity]) = ([.callers: .breaking], [.servers: .compatible])
        if let storage {
            sent[.storage] = storage
            received[.storage] = storage
        }
        return Rule(id, sent: Verdict(sent), received: Verdict(received), template, advice)
    }

    /// A rule about schemas that allow more values than before.
    static func widening(_ id: String, _ template: String, _ advice: String) -> Rule {
        Rule(id, sent: .changesServers, received: .breaksCallers, template, advice)
    }
}

/// Rules about bounds of numbers and counts.
extension Rule {
    /// The keywords with bounds, by the identifiers of their rules.
    static let boundKeywords = [
        "minimum", "maximum", "multiple-of", "min-length", "max-length", "min-items", "max-items", "min-properties",
        "max-properties", "min-contains", "max-contains",
    ]
    static let boundRules = boundKeywords.flatMap { [tightened($0), loosened($0)] } + [multipleOfChanged]

    static let multipleOfChanged = Rule(
        "multiple-of-changed", .breaksCallers, "The value of {where} must be a multiple of {new} instead of {old}.",
        "Accept multiples of both.")

    /// The rule about a bound that excludes more values than before.
    static func tightened(_ keyword: String) -> Rule {
        narrowing(
            "\(keyword)-tightened",
            "The {keyword} of {where} is now {new}; it was {old}."
                .replacing(keyword: keyword), "Accept the values that were valid before.", storage: nil)
    }

    /// The rule about a bound that excludes fewer values than before.
    static func loosened(_ keyword: String) -> Rule {
        widening(
            "\(keyword)-loosened",
            "The {keyword} of {where} is now {new}; it was {old}."
                .replacing(keyword: keyword), "Keep sending values within the old bound.")
    }
}

extension String {
    /// The keyword in camel case in place of `{keyword}`.
    fileprivate func replacing(keyword: String) -> String {
        let words = keyword.split(separator: "-")
        let name = words.dropFirst().reduce(String(words[0])) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
        return split(separator: "{keyword}", omittingEmptySubsequences: false).joined(separator: name)
    }
}
