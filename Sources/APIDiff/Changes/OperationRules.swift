/// Rules about operations, their servers and their security.
extension Rule {
    static let operationRules = [
        operationAdded, operationRemoved, operationRemovedBeforeSunset, operationRemovedAfterSunset, deprecatedOperationRemoved,
        operationMoved, operationIDChanged, operationDeprecated, operationReinstated, sunsetAdded, sunsetRemoved, sunsetEarlier,
        sunsetLater, sunsetInvalid, tagAdded, tagRemoved, webhookAdded, webhookRemoved, callbackAdded, callbackRemoved,
        comparisonStopped,
    ]

    static let operationAdded = Rule("operation-added", .changesServers, "The operation was added.")
    static let operationRemoved = Rule(
        "operation-removed", .breaksCallers, "The operation was removed.",
        "Keep it, mark it as deprecated, and give an x-sunset date.")
    static let operationRemovedBeforeSunset = Rule(
        "operation-removed-before-sunset", .breaksCallers, "The operation was removed before its sunset date {old}.",
        "Keep it until that date.")
    static let operationRemovedAfterSunset = Rule(
        "operation-removed-after-sunset", .compatible, "The operation was removed after its sunset date {old}.")
    static let deprecatedOperationRemoved = Rule(
        "deprecated-operation-removed", .risksCallers, "The operation, which was deprecated, was removed.",
        "Make sure that nobody calls it; an x-sunset date announces the removal.")
    static let operationMoved = Rule(
        "operation-moved", .breaksCallers, "The operation {name} moved from {old} to {new}.",
        "Keep the old path as a deprecated operation.")
    static let operationIDChanged = Rule(
        "operation-id-changed", .compatible, "The operationId changed from {old} to {new}.")
    static let operationDeprecated = Rule("operation-deprecated", .compatible, "The operation is now deprecated.")
    static let operationReinstated = Rule("operation-reinstated", .compatible, "The operation is no longer deprecated.")
    static let sunsetAdded = Rule("sunset-added", .compatible, "The {where} now has the sunset date {new}.")
    static let sunsetRemoved = Rule(
        "sunset-removed", .risksCallers, "The sunset date {old} of the {where} was removed, but it is still deprecated.",
        "State the new date in x-sunset.")
    static let sunsetEarlier = Rule(
        "sunset-earlier", .breaksCallers, "The sunset date of the {where} moved forward from {old} to {new}.",
        "Keep the date that was announced.")
    static let sunsetLater = Rule(
        "sunset-later", .compatible, "The sunset date of the {where} was postponed from {old} to {new}.")
    static let sunsetInvalid = Rule(
        "sunset-invalid", .risksCallers, "The sunset date {new} of the {where} is not a date.",
        "Write x-sunset as YYYY-MM-DD or as an RFC 3339 timestamp.")
    static let tagAdded = Rule("tag-added", .compatible, "The operation now has the tag {name}.")
    static let tagRemoved = Rule("tag-removed", .compatible, "The operation no longer has the tag {name}.")
    static let webhookAdded = Rule("webhook-added", .compatible, "The webhook was added.")
    static let webhookRemoved = Rule(
        "webhook-removed", .breaksCallers, "The webhook was removed.", "Announce it to those who receive the webhook.")
    static let callbackAdded = Rule("callback-added", .compatible, "The callback {name} was added.")
    static let callbackRemoved = Rule(
        "callback-removed", .breaksCallers, "The callback {name} was removed.", "Announce it to those who wait for the callback.")
    static let comparisonStopped = Rule(
        "comparison-stopped", .risksCallers, "The documents have too many pairs of schemas; some were not compared.",
        "Compare parts of the documents with --include.")
}

extension Rule {
    static let serverRules = [serverAdded, serverRemoved, basePathChanged, serverVariableChanged]

    static let serverAdded = Rule("server-added", .compatible, "The server {name} was added.")
    static let serverRemoved = Rule(
        "server-removed", .risksCallers, "The server {name} was removed.", "Keep the server until no caller uses its URL.")
    static let basePathChanged = Rule(
        "base-path-changed", .breaksCallers, "The path of the first server changed from {old} to {new}.",
        "Answer requests at both paths.")
    static let serverVariableChanged = Rule(
        "server-variable-changed", .risksCallers, "The variable {name} of the server {old} changed.",
        "Keep the values that callers use.")
}

extension Rule {
    static let securityRules = [
        securityRequired, securityDropped, securityAlternativeAdded, securityAlternativeRemoved, scopeRequired, scopeDropped,
        securitySchemeAdded, securitySchemeRemoved, securitySchemeChanged, bearerFormatChanged, oauthURLChanged, oauthScopeAdded,
        oauthScopeRemoved,
    ]

    static let securityRequired = Rule(
        "security-required", .breaksCallers, "The operation now requires credentials: {new}.",
        "Accept requests without credentials until callers send them.")
    static let securityDropped = Rule("security-dropped", .compatible, "The operation no longer requires credentials.")
    static let securityAlternativeAdded = Rule(
        "security-alternative-added", .compatible, "The operation now also accepts {name}.")
    static let securityAlternativeRemoved = Rule(
        "security-alternative-removed", .breaksCallers, "The operation no longer accepts {name}.",
        "Keep accepting these credentials as an alternative.")
    static let scopeRequired = Rule(
        "scope-required", .breaksCallers, "The operation now requires the scope {name} of {old}.",
        "Grant the scope to existing callers, or accept requests without it.")
    static let scopeDropped = Rule("scope-dropped", .compatible, "The operation no longer requires the scope {name} of {old}.")
    static let securitySchemeAdded = Rule("security-scheme-added", .compatible, "The security scheme {name} was added.")
    static let securitySchemeRemoved = Rule("security-scheme-removed", .compatible, "The security scheme {name} was removed.")
    static let securitySchemeChanged = Rule(
        "security-scheme-changed", .breaksCallers, "The security scheme {name} changed from {old} to {new}.",
        "Add the new scheme beside the old one.")
    static let bearerFormatChanged = Rule(
        "bearer-format-changed", .risksCallers, "The format of the tokens of {name} changed from {old} to {new}.",
        "Keep accepting tokens of the old format.")
    static let oauthURLChanged = Rule(
        "oauth-url-changed", .risksCallers, "A URL of the security scheme {name} changed from {old} to {new}.",
        "Keep the old URL working.")
    static let oauthScopeAdded = Rule("oauth-scope-added", .compatible, "The security scheme {old} now has the scope {name}.")
    static let oauthScopeRemoved = Rule(
        "oauth-scope-removed", .risksCallers, "The security scheme {old} no longer has the scope {name}.",
        "Keep granting the scope to callers that ask for it.")
}
