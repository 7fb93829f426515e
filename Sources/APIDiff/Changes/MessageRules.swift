/// Rules about parameters and header fields. Callers send parameters and receive header fields; of webhooks it is the other way
/// round.
extension Rule {
    static let parameterRules = [
        parameterAdded, requiredParameterAdded, parameterRemoved, requiredParameterRemoved, parameterRemovedBeforeSunset,
        parameterRemovedAfterSunset, parameterBecameRequired, parameterBecameOptional, parameterSerializationChanged,
        parameterReservedAllowed, parameterReservedForbidden, parameterEmptyAllowed, parameterEmptyForbidden, parameterDeprecated,
        parameterReinstated, pathParameterRenamed,
    ]

    static let parameterAdded = Rule(
        "parameter-added", sent: .changesServers, received: .compatible, "The optional {where} was added.")
    static let requiredParameterAdded = Rule(
        "required-parameter-added", sent: .breaksCallers, received: .changesServers, "The required {where} was added.",
        "Make it optional, with a default for callers that do not send it.")
    static let parameterRemoved = Rule(
        "parameter-removed", sent: .risksCallers, received: .risksCallers, "The optional {where} was removed.",
        "Make sure that callers work without it.")
    static let requiredParameterRemoved = Rule(
        "required-parameter-removed", sent: .risksCallers, received: .breaksCallers, "The required {where} was removed.",
        "Keep sending it, and mark it as deprecated.")
    static let parameterRemovedBeforeSunset = Rule(
        "parameter-removed-before-sunset", .breaksCallers, "The {where} was removed before its sunset date {old}.",
        "Keep it until that date.")
    static let parameterRemovedAfterSunset = Rule(
        "parameter-removed-after-sunset", .compatible, "The {where} was removed after its sunset date {old}.")
    static let parameterBecameRequired = Rule(
        "parameter-became-required", sent: .breaksCallers, received: .changesServers, "The {where} is now required.",
        "Keep it optional, with a default for callers that do not send it.")
    static let parameterBecameOptional = Rule(
        "parameter-became-optional", sent: .changesServers, received: .breaksCallers, "The {where} is no longer required.",
        "Keep sending it in every message.")
    static let parameterSerializationChanged = Rule(
        "parameter-serialization-changed", .breaksCallers, "The {where} is now serialized as {new} instead of {old}.",
        "Add a parameter of another name with the new serialization.")
    static let parameterReservedAllowed = widening(
        "parameter-reserved-allowed", "The {where} may now have reserved characters that are not percent-encoded.",
        "Keep encoding them.")
    static let parameterReservedForbidden = narrowing(
        "parameter-reserved-forbidden", "The {where} must no longer have reserved characters that are not percent-encoded.",
        "Keep accepting them.", storage: nil)
    static let parameterEmptyAllowed = widening(
        "parameter-empty-allowed", "The {where} may now have an empty value.", "Leave the parameter out instead.")
    static let parameterEmptyForbidden = narrowing(
        "parameter-empty-forbidden", "The {where} must no longer have an empty value.", "Keep accepting an empty value.",
        storage: nil)
    static let parameterDeprecated = Rule("parameter-deprecated", .compatible, "The {where} is now deprecated.")
    static let parameterReinstated = Rule("parameter-reinstated", .compatible, "The {where} is no longer deprecated.")
    static let pathParameterRenamed = Rule(
        "path-parameter-renamed", .compatible, "The path parameter {old} is now called {new}.")
}

/// Rules about bodies and responses.
extension Rule {
    static let bodyRules = [
        bodyAdded, requiredBodyAdded, bodyRemoved, bodyBecameRequired, bodyBecameOptional, mediaTypeAdded, mediaTypeRemoved,
        partEncodingChanged, schemaAdded, schemaRemoved, responseAdded, successResponseRemoved, errorResponseRemoved, linkAdded,
        linkRemoved, linkChanged,
    ]

    static let bodyAdded = Rule(
        "body-added", sent: .changesServers, received: .compatible, "The {where} was added; it is optional.")
    static let requiredBodyAdded = Rule(
        "required-body-added", sent: .breaksCallers, received: .compatible, "The {where} was added; it is required.",
        "Make the body optional.")
    static let bodyRemoved = Rule(
        "body-removed", sent: .risksCallers, received: .breaksCallers, "The {where} was removed.",
        "Keep accepting and sending the body.")
    static let bodyBecameRequired = Rule(
        "body-became-required", sent: .breaksCallers, received: .changesServers, "The {where} is now required.",
        "Accept requests without a body.")
    static let bodyBecameOptional = Rule(
        "body-became-optional", sent: .changesServers, received: .breaksCallers, "The {where} is no longer required.",
        "Keep sending the body.")
    static let mediaTypeAdded = Rule(
        "media-type-added", sent: .changesServers, received: .compatible, "The {where} may now have the media type {name}.")
    static let mediaTypeRemoved = Rule(
        "media-type-removed", .breaksCallers, "The {where} no longer has the media type {name}.", "Keep supporting the media type.")
    static let partEncodingChanged = Rule(
        "part-encoding-changed", .breaksCallers, "The part {name} of the {where} is encoded in another way.",
        "Accept both encodings.")
    static let schemaAdded = Rule(
        "schema-added", sent: .breaksCallers, received: .changesServers, "The {where} now has a schema.",
        "Make sure that the values of existing callers are valid.")
    static let schemaRemoved = Rule(
        "schema-removed", sent: .changesServers, received: .breaksCallers, "The {where} no longer has a schema.",
        "Describe the values that callers receive.")
    static let responseAdded = Rule("response-added", .changesServers, "The {where} was added.")
    static let successResponseRemoved = Rule(
        "success-response-removed", .breaksCallers, "The {where} was removed.", "Keep the response that callers rely on.")
    static let errorResponseRemoved = Rule("error-response-removed", .changesServers, "The {where} was removed.")
    static let linkAdded = Rule("link-added", .compatible, "The {where} now has the link {name}.")
    static let linkRemoved = Rule(
        "link-removed", .risksCallers, "The {where} no longer has the link {name}.",
        "Keep the link for callers that follow it by its name.")
    static let linkChanged = Rule(
        "link-changed", .risksCallers, "The link {name} of the {where} changed from {old} to {new}.",
        "Add a link of another name for the new request.")
}
