import APIModel
package import Diagnostics
import OpenAPI
import YAMLTree

/// Reads a configuration file, YAML or JSON, and reports its errors to the log.
///
/// Paths in the file are relative to its folder; the returned paths are relative to the current folder.
package func readConfiguration(_ file: SourceFile.ID, log: inout DiagnosticLog) -> Configuration {
    var configuration = Configuration()
    guard !isEmpty(log.source(file)), let tree = parseYAML(file, log: &log) else { return configuration }
    let root = tree.root
    guard root.isMapping else {
        log.report(.configurationIsNoMapping(root))
        return configuration
    }
    let path = log.source(file).path
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    // JSON files name their schema with "$schema", so that editors can complete them.
    for entry in root.entries where entry.name != "$schema" {
        guard let option = ConfigurationOption.named(entry.name) else {
            log.report(.unknownOption(entry))
            continue
        }
        if let problem = option.read(entry.value, folder: folder, into: &configuration) { log.report(problem) }
    }
    return configuration
}

/// Returns whether a file has nothing but comments, such as a configuration whose options are all commented out.
private func isEmpty(_ source: SourceFile) -> Bool {
    source.bytes.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }).allSatisfy { line in
        let first = line.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
        return first == nil || first == UInt8(ascii: "#")
    }
}

extension ConfigurationOption {
    /// Reads the option's value into a configuration.
    ///
    /// - Returns: The error, or `nil` if the value is valid.
    fileprivate func read(_ node: YAMLNode, folder: String, into configuration: inout Configuration) -> Diagnostic? {
        switch kind {
        case .path(let place):
            guard let path = path(node, from: folder) else { return .expected("a path", for: name, at: node) }
            configuration[keyPath: place] = path
        case .version(let place):
            guard let text = node.string, !text.isEmpty else { return .expected("a path", for: name, at: node) }
            if text.hasPrefix("git:") {
                guard let revision = GitRevision(text) else { return .expected("git:REF:PATH", for: name, at: node) }
                configuration[keyPath: place] = revision.below(folder).text
            } else {
                configuration[keyPath: place] = path(node, from: folder)
            }
        case .paths(let place):
            guard node.isSequence else { return .expected("a list", for: name, at: node) }
            for element in node.elements {
                guard let path = path(element, from: folder) else { return .expected("a list of paths", for: name, at: element) }
                configuration[keyPath: place].append(path)
            }
        case .rules(let place):
            guard node.isSequence else { return .expected("a list", for: name, at: node) }
            for element in node.elements {
                guard let rule = element.string.flatMap({ DocumentFilter.Rule($0, at: element.position) }) else {
                    return .expected(
                        "a list of rules such as tag:pets, path:/pets/**, operation:list* or schema:Pet", for: name, at: element)
                }
                configuration[keyPath: place].append(rule)
            }
        case .flag(let place):
            guard let bool = node.bool else { return .expected("true or false", for: name, at: node) }
            configuration[keyPath: place] = bool
        case .number(let limits, let place):
            guard let number = node.int, limits.contains(number) else {
                return .expected("a whole number from \(limits.lowerBound) to \(limits.upperBound)", for: name, at: node)
            }
            configuration[keyPath: place] = number
        case .url(let place):
            guard let text = node.string, isWebURL(text) else {
                return .expected("a URL such as https://example.com/docs/", for: name, at: node)
            }
            configuration[keyPath: place] = text
        case .identifier(let place):
            guard let text = node.string, Identifier.isValid(text) else { return .expected("a Swift name", for: name, at: node) }
            configuration[keyPath: place] = text
        case .parsed(let expectation, let read):
            guard let text = node.string, read(text, &configuration) else { return .expected(expectation, for: name, at: node) }
        case .choice(let choices, let set):
            guard let text = node.string, choices.contains(text) else { return .expectedOne(of: choices, for: name, at: node) }
            set(text, &configuration)
        case .choices(let choices, let set):
            guard node.isSequence else { return .expected("a list", for: name, at: node) }
            for element in node.elements where !choices.contains(element.string ?? "") {
                return .expectedOne(of: choices, for: name, at: element)
            }
            set(node.elements.compactMap(\.string), &configuration)
        case .names(let place):
            guard node.isMapping else {
                return .expected("a mapping from names in the document to Swift names", for: name, at: node)
            }
            for entry in node.entries {
                guard let text = entry.value.string, Identifier.isValid(text) else {
                    return .expected("a Swift name", for: entry.name, at: entry.value)
                }
                configuration[keyPath: place].append(
                    NameOverride(documentName: entry.name, swiftName: text, position: entry.key.position))
            }
        case .preset(let place):
            guard let preset = node.string.flatMap(TypePreset.init) else {
                return .expectedOne(of: TypePreset.allCases.map(\.rawValue), for: name, at: node)
            }
            guard preset == .runtime || hasFoundationTrait else { return .needsFoundation(at: node) }
            configuration[keyPath: place] = preset
        case .conformances(let place): return readConformances(node, into: &configuration[keyPath: place])
        case .pages(let place): return readPages(node, into: &configuration[keyPath: place])
        case .types(let place):
            guard node.isMapping else { return .expected("a mapping from formats to Swift types", for: name, at: node) }
            for entry in node.entries {
                guard let text = entry.value.string, FormatTypes.isType(text) else {
                    return .expected("a Swift type", for: entry.name, at: entry.value)
                }
                guard FormatTypes.canConform(text) else { return .doesNotConform(for: entry.name, at: entry.value) }
                guard !FormatTypes.isFoundation(text) || hasFoundationTrait else { return .needsFoundation(at: entry.value) }
                configuration[keyPath: place][entry.name] = text
            }
        }
        return nil
    }
}

extension ConfigurationOption {
    /// Reads the descriptions of the pages of operations.
    fileprivate func readPages(_ node: YAMLNode, into overrides: inout [PagesOverride]) -> Diagnostic? {
        guard node.isMapping else { return .expected("a mapping from operations to descriptions", for: name, at: node) }
        for entry in node.entries {
            guard let description = entry.value.string.flatMap({ PagesDescription($0, at: entry.key.position) }) else {
                return .expected("a description such as cursor=after next=/next items=/data", for: entry.name, at: entry.value)
            }
            overrides.append(PagesOverride(operation: entry.name, description: description))
        }
        return nil
    }
}

extension ConfigurationOption {
    /// Reads the protocols of types whose names match patterns.
    fileprivate func readConformances(_ node: YAMLNode, into conformances: inout [ChosenConformances]) -> Diagnostic? {
        guard node.isMapping else { return .expected("a mapping from patterns to lists of protocols", for: name, at: node) }
        for entry in node.entries {
            guard entry.value.isSequence, !entry.value.elements.isEmpty else {
                return .expected("a list of protocols", for: entry.name, at: entry.value)
            }
            for element in entry.value.elements where !FormatTypes.isType(element.string ?? "") {
                return .expected("a list of protocols such as Trackable or Tracking.Trackable", for: entry.name, at: element)
            }
            conformances.append(
                ChosenConformances(
                    pattern: entry.name, protocols: entry.value.elements.compactMap(\.string), position: entry.key.position))
        }
        return nil
    }
}

/// Returns the path in a node relative to the current folder, or `nil` if the node is not a path.
private func path(_ node: YAMLNode, from folder: String) -> String? {
    guard let text = node.string, !text.isEmpty else { return nil }
    return text.hasPrefix("/") ? text : folder + text
}

extension Diagnostic {
    fileprivate static func configurationIsNoMapping(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "a configuration must be a mapping of options", at: node.position)
    }

    fileprivate static func unknownOption(_ entry: YAMLEntry) -> Diagnostic {
        let names = ConfigurationOption.all.map(\.name)
        let advice =
            closestMatch(to: entry.name, in: names).map { "did you mean '\($0)'?" }
            ?? "the options are \(names.joined(separator: ", "))"
        return Diagnostic(.error, "unknown option '\(entry.name)'; \(advice)", at: entry.key.position)
    }

    fileprivate static func expected(_ expectation: String, for name: String, at node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "'\(name)' must be \(expectation)\(found(node))", at: node.position)
    }

    fileprivate static func doesNotConform(for format: String, at node: YAMLNode) -> Diagnostic {
        Diagnostic(
            .error, "'\(format)' must be a type that conforms to JSONCodable\(found(node)); \(FormatTypes.advice)",
            at: node.position)
    }

    fileprivate static func needsFoundation(at node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, foundationTraitAdvice, at: node.position)
    }

    fileprivate static func expectedOne(of choices: [String], for name: String, at node: YAMLNode) -> Diagnostic {
        let guess = suggestion(for: node.text ?? "", among: choices)
        let list = choices.dropLast().joined(separator: ", ") + " or " + (choices.last ?? "")
        return Diagnostic(.error, "'\(name)' must be \(list)\(found(node))\(guess)", at: node.position)
    }
}

private func found(_ node: YAMLNode) -> String {
    switch node.kind {
    case .scalar: ", found '\(node.text ?? "")'"
    case .sequence: ", found a list"
    case .mapping: ", found a mapping"
    }
}
