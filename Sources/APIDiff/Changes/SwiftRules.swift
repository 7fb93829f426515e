/// Rules about generated types: what code that uses them has to change.
extension Rule {
    static let swiftTypeRules = [
        swiftTypeAdded, swiftTypeRemoved, swiftTypeRenamed, swiftTypeKindChanged, swiftAliasChanged,
        swiftPropertyRemoved, swiftPropertyRenamed, swiftPropertyTypeChanged, swiftArgumentRequired,
        swiftArgumentsReordered, swiftDefaultChanged, swiftCaseAdded, swiftClosedCaseAdded, swiftCaseRemoved, swiftCaseRenamed,
        swiftCasePayloadChanged, swiftRawTypeChanged,
    ]

    static let swiftTypeAdded = Rule("swift-type-added", .changesSource, "The type {name} was added.")
    static let swiftTypeRemoved = Rule(
        "swift-type-removed", .breaksSource, "The type {name} was removed.", "Remove what uses it.")
    static let swiftTypeRenamed = Rule(
        "swift-type-renamed", .breaksSource, "The type {old} is now called {new}.",
        "Rename it in your code, or keep it with --names.")
    static let swiftTypeKindChanged = Rule(
        "swift-type-kind-changed", .breaksSource, "The type {name} is now {new} instead of {old}.", "Rewrite what uses it.")
    static let swiftAliasChanged = Rule(
        "swift-alias-changed", .breaksSource, "The type {name} now stands for {new} instead of {old}.",
        "Convert values of the type.")
    static let swiftPropertyRemoved = Rule(
        "swift-property-removed", .breaksSource, "{where} no longer has the property {name}.", "Remove what reads or sets it.")
    static let swiftPropertyRenamed = Rule(
        "swift-property-renamed", .breaksSource, "The property {old} of {where} is now called {new}.",
        "Rename it in your code, or keep it with --names.")
    static let swiftPropertyTypeChanged = Rule(
        "swift-property-type-changed", .breaksSource, "The property {name} of {where} is now of the type {new} instead of {old}.",
        "Convert the value where it is read or set.")
    static let swiftArgumentRequired = Rule(
        "swift-argument-required", .breaksSource, "The initializer of {where} now needs the argument {name}.", "Pass a value.")
    static let swiftArgumentsReordered = Rule(
        "swift-arguments-reordered", .breaksSource, "The arguments of {where} are in another order.",
        "Reorder the arguments where you pass them, or restore the order in the document.")
    static let swiftDefaultChanged = Rule(
        "swift-default-changed", .risksSource, "The default of {name} in {where} is now {new} instead of {old}.",
        "Pass the value where you rely on it.")
    static let swiftCaseAdded = Rule(
        "swift-case-added", .risksSource, "{where} now has the case {name}.", "Handle the case where a switch has no default.")
    static let swiftClosedCaseAdded = Rule(
        "swift-closed-case-added", .breaksSource, "{where}, which is closed, now has the case {name}.",
        "Handle the case where a switch has no default.")
    static let swiftCaseRemoved = Rule(
        "swift-case-removed", .breaksSource, "{where} no longer has the case {name}.", "Remove what uses the case.")
    static let swiftCaseRenamed = Rule(
        "swift-case-renamed", .breaksSource, "The case {old} of {where} is now called {new}.", "Rename it in your code.")
    static let swiftCasePayloadChanged = Rule(
        "swift-case-payload-changed", .breaksSource, "The case {name} of {where} now holds {new} instead of {old}.",
        "Convert the value where it is read or made.")
    static let swiftRawTypeChanged = Rule(
        "swift-raw-type-changed", .breaksSource, "The raw value of {where} is now {new} instead of {old}.", "Convert the raw value."
    )
}

/// Rules about generated functions of clients and servers.
extension Rule {
    static let swiftFunctionRules = [
        swiftFunctionRemoved, swiftFunctionRenamed, swiftParameterRequired,
        swiftParameterRemoved, swiftParameterRenamed, swiftParameterTypeChanged, swiftParametersReordered,
        swiftParameterDefaultChanged, swiftResultChanged, swiftErrorTypeChanged, swiftErrorCaseAdded, swiftErrorCaseRemoved,
        swiftCredentialChanged,
    ]

    static let swiftFunctionRemoved = Rule(
        "swift-function-removed", .breaksSource, "The function {name} was removed.", "Remove the calls.")
    static let swiftFunctionRenamed = Rule(
        "swift-function-renamed", .breaksSource, "The function {old} is now called {new}.",
        "Rename it in your code, or keep it with --names.")
    static let swiftParameterRequired = Rule(
        "swift-parameter-required", .breaksSource, "{where} now needs the parameter {name}.", "Pass a value.")
    static let swiftParameterRemoved = Rule(
        "swift-parameter-removed", .breaksSource, "{where} no longer has the parameter {name}.", "Remove the argument.")
    static let swiftParameterRenamed = Rule(
        "swift-parameter-renamed", .breaksSource, "The parameter {old} of {where} is now called {new}.",
        "Rename the label, or keep it with --names.")
    static let swiftParameterTypeChanged = Rule(
        "swift-parameter-type-changed", .breaksSource, "The parameter {name} of {where} is now of the type {new} instead of {old}.",
        "Convert the argument.")
    static let swiftParametersReordered = Rule(
        "swift-parameters-reordered", .breaksSource, "The parameters of {where} are in another order.",
        "Reorder the arguments where you pass them, or restore the order in the document.")
    static let swiftParameterDefaultChanged = Rule(
        "swift-parameter-default-changed", .risksSource, "The default of {name} in {where} is now {new} instead of {old}.",
        "Pass the value where you rely on it.")
    static let swiftResultChanged = Rule(
        "swift-result-changed", .breaksSource, "{where} now returns {new} instead of {old}.", "Adapt what reads the result.")
    static let swiftErrorTypeChanged = Rule(
        "swift-error-type-changed", .breaksSource, "{where} now throws {new} instead of {old}.", "Adapt what catches the error.")
    static let swiftErrorCaseAdded = Rule(
        "swift-error-case-added", .risksSource, "{where} can now throw {name}.", "Handle the case where a switch has no default.")
    static let swiftErrorCaseRemoved = Rule(
        "swift-error-case-removed", .breaksSource, "{where} no longer throws {name}.", "Remove what catches the case.")
    static let swiftCredentialChanged = Rule(
        "swift-credential-changed", .breaksSource, "The credentials no longer have {name}, or its type differs.",
        "Pass the credentials of the new schemes.")
}
