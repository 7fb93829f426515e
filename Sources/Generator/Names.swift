import Templating

/// Names that templates print.
enum TextName: Int, CaseIterable {
    case document, namespace, swift, runtime, line, name, type, local, localType, readType, key, keys, parameters, bindings
    case typeName, unknownCase, rawType, rawValue, enumProtocol, kinds, values, restName, restType, index
    case id, method, path, argument, arguments, call, status, pattern, value, error, result, scheme, kind, literal
    case serverURL, credential, property, function, header, mediaType, list, success, binding, location, recognition
    case title, summary, description, security, url, required, defaultValue, example, sample, language, reason, padding, sentence, cell, note
}

/// Names that templates test.
enum FlagName: Int, CaseIterable {
    case isFirst, isIndirect, isOnlyOfItsKind, isOptional, isDeprecated, isEmpty, hasBody, hasPrincipal, isText, isPadded
    case hasSecurity, hasCredentials, hasServer, hasError, hasResult
}

/// Names that templates go through, or test for being empty.
enum ListName: Int, CaseIterable {
    case comment, types, structure, enumeration, union, tuple, alias, wrapper, properties, additionalProperties, requirements
    case optional, defaulted, cases, alternatives, discriminator, elements, rest
    case operations, errors, headers, responses, schemes, outcomes, successes, failures, inputs, structures, credentials
    case functions, shapes, answers, successEnums, keywords, enumerations, parametersTable, samples, notes, body, responseHeaders
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
