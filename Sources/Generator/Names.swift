import Templating

/// Names that templates print.
enum TextName: Int, CaseIterable {
    // Swift
    case access, importAccess, modelsModule, document, namespace, swift, runtime, line, name, type, local, localType, target
    case reading, readType, key, keys, parameters
    case typeName, unknownCase, rawType, rawValue, enumProtocol, kinds, values, arguments, call, pattern, value, error
    case result, kind, serverURL, property, storage, function, binding, recognition, delimiter, fallback, clientName
    case serverName, operationsName, inherited, box, boxed, path
    // Docs
    case title, summary, sentence, description, cell, url, method, security, required, defaultValue, example, sample
    case note, mediaType, link, reference, request, errors, anchor
}

/// Names that templates test.
enum FlagName: Int, CaseIterable {
    case isHashable, isOpen, isFirst, hasTypes, hasOperations, usesRuntime, isIndirect, isOnlyOfItsKind, isChoice
    case isOptional, isSetInPlace, isDeprecated, hasPrincipal, hasCredentials, hasError, isForPaths, takesVariables, hasServers
    case hasGroups, hasDetails, isTryable, isRequest
}

/// Names that templates go through, or test for being empty.
enum ListName: Int, CaseIterable {
    // Swift
    case comment, types, structure, enumeration, union, tuple, alias, wrapper, properties, additionalProperties
    case requirements, cases, alternatives, discriminator, elements, rest, operations, schemes, outcomes, failures
    case successes, successEnums, structures, tagged, tags, inputs, credentials, shapes, xmlShapes, answers, headers, lines,
        interfaces, ungrouped
    case requestChoices, responseChoices, groups, choices, mediaTypes, forms, fields, servers, variables, formatModules
    case encodings, parts
    // Docs
    case keywords, enumerations, samples, notes, responses, responseHeaders, body, frontMatter, rows
    case webhooks, contents, examples, links, callbacks, details, tryIt
}

let vocabulary = Vocabulary(
    TextName.allCases.map { ("\($0)", .text) } + FlagName.allCases.map { ("\($0)", .flag) }
        + ListName.allCases.map { ("\($0)", .list) })

private let firstFlag = TextName.allCases.count
private let firstList = firstFlag + FlagName.allCases.count

extension Context {
    mutating func set(_ name: TextName, _ text: String) { set(name.rawValue, text: text) }
    mutating func set(_ name: FlagName, _ flag: Bool) { set(firstFlag + name.rawValue, flag: flag) }
    mutating func set(_ name: ListName, _ list: [Context]) { set(firstList + name.rawValue, list: list) }

    /// A context with one text.
    init(_ name: TextName, _ text: String) {
        self.init()
        set(name, text)
    }
}
