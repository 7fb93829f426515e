/// Rules about members of objects.
extension Rule {
    static let objectRules = [
        propertyAdded, requiredPropertyAdded, propertyAddedToClosedObject, propertyRemoved, requiredPropertyRemoved,
        propertyForbidden, propertyBecameRequired, propertyBecameOptional, propertyBecameReadOnly, propertyNoLongerReadOnly,
        propertyBecameWriteOnly, propertyNoLongerWriteOnly, additionalPropertiesNarrowed, additionalPropertiesWidened,
        additionalValuesWidened,
        patternPropertyAdded, patternPropertyRemoved, patternPropertyAllowed, patternPropertyForbidden,
    ]

    static let propertyAdded = Rule(
        "property-added", sent: .changesServers, received: .compatible, "The optional property {name} was added to {where}.")
    static let requiredPropertyAdded = narrowing(
        "required-property-added", "The required property {name} was added to {where}.",
        "Make it optional, with a default for callers that do not send it.", storage: .risky)
    static let propertyAddedToClosedObject = Rule(
        "property-added-to-closed-object", sent: .changesServers, received: .risksCallers,
        "The property {name} was added to {where}, which had no additional properties.",
        "Make sure that callers ignore properties that they do not know.")
    static let propertyRemoved = Rule(
        "property-removed", .risksCallers, "The optional property {name} was removed from {where}.",
        "Mark it as deprecated first, and make sure that callers work without it.")
    static let requiredPropertyRemoved = Rule(
        "required-property-removed", sent: .risksCallers, received: .breaksCallers,
        "The required property {name} was removed from {where}.", "Keep sending it, and mark it as deprecated.")
    static let propertyForbidden = Rule(
        "property-forbidden", .breaksCallersRisksStorage,
        "The property {name} was removed from {where}, which allows no additional properties.",
        "Keep accepting the property, and ignore it.")
    static let propertyBecameRequired = narrowing(
        "property-became-required", "The property {name} of {where} is now required.",
        "Keep it optional, with a default for callers that do not send it.", storage: .risky)
    static let propertyBecameOptional = widening(
        "property-became-optional", "The property {name} of {where} is no longer required.", "Keep sending it.")
    static let propertyBecameReadOnly = Rule(
        "property-became-read-only", .risksCallers, "The property {name} of {where} is now read-only.",
        "Ignore the property in requests instead of rejecting them.")
    static let propertyNoLongerReadOnly = Rule(
        "property-no-longer-read-only", .changesServers, "The property {name} of {where} is no longer read-only.")
    static let propertyBecameWriteOnly = Rule(
        "property-became-write-only", .risksCallers, "The property {name} of {where} is now write-only.",
        "Make sure that callers work without it in responses.")
    static let propertyNoLongerWriteOnly = Rule(
        "property-no-longer-write-only", .compatible, "The property {name} of {where} is no longer write-only.")
    static let additionalPropertiesNarrowed = narrowing(
        "additional-properties-narrowed", "Additional properties of {where}: {new} instead of {old}.",
        "Keep accepting additional properties.", storage: nil)
    static let additionalPropertiesWidened = Rule(
        "additional-properties-widened", sent: .changesServers, received: .risksCallers,
        "Additional properties of {where}: {new} instead of {old}.", "Make sure that callers ignore what they do not know.")
    static let additionalValuesWidened = widening(
        "additional-values-widened", "Values of additional properties of {where}: {new} instead of {old}.",
        "Keep sending values that were valid before.")
    static let patternPropertyAdded = narrowing(
        "pattern-property-added", "Properties of {where} that match {name} now have a schema.",
        "Accept the values that were valid before.", storage: .risky)
    static let patternPropertyRemoved = widening(
        "pattern-property-removed", "Properties of {where} that match {name} no longer have a schema.",
        "Keep sending values that match the schema.")
    static let patternPropertyAllowed = Rule(
        "pattern-property-allowed", sent: .changesServers, received: .risksCallers,
        "Properties of {where} that match {name} are now allowed.", "Make sure that callers ignore what they do not know.")
    static let patternPropertyForbidden = narrowing(
        "pattern-property-forbidden", "Properties of {where} that match {name} are no longer allowed.",
        "Keep accepting the properties.", storage: .risky)
}

/// Rules about elements of arrays.
extension Rule {
    static let arrayRules = [
        itemsNarrowed, itemsWidened, tupleElementAdded, tupleElementRemoved, tupleElementAllowed, tupleElementForbidden,
        uniqueItemsAdded, uniqueItemsRemoved,
    ]

    static let itemsNarrowed = narrowing(
        "items-narrowed", "Items of {where}: {new} instead of {old}.", "Keep accepting the items that were valid before.",
        storage: .risky)
    static let itemsWidened = widening(
        "items-widened", "Items of {where}: {new} instead of {old}.", "Keep sending items that were valid before.")
    static let tupleElementAdded = narrowing(
        "tuple-element-added", "Element {name} of {where} now has a schema of its own.",
        "Accept the values that were valid before.", storage: .risky)
    static let tupleElementRemoved = widening(
        "tuple-element-removed", "Element {name} of {where} no longer has a schema of its own.",
        "Keep sending values that match the schema.")
    static let tupleElementAllowed = widening(
        "tuple-element-allowed", "The element {name} of {where} is now allowed.", "Keep sending arrays without it.")
    static let tupleElementForbidden = narrowing(
        "tuple-element-forbidden", "The element {name} of {where} is no longer allowed.", "Keep accepting the element.",
        storage: .risky)
    static let uniqueItemsAdded = narrowing(
        "unique-items-added", "The items of {where} must now be unique.", "Accept equal items.", storage: nil)
    static let uniqueItemsRemoved = widening(
        "unique-items-removed", "The items of {where} need no longer be unique.", "Keep sending unique items.")
}

/// Rules about `oneOf`, `anyOf` and discriminators.
extension Rule {
    static let alternativeRules = [
        alternativeAdded, alternativeRemoved, discriminatorAdded, discriminatorRemoved, discriminatorChanged,
        discriminatorValueAdded, discriminatorValueRemoved, discriminatorValueMoved,
    ]

    static let alternativeAdded = widening(
        "alternative-added", "The alternative {name} was added to {where}.", "Make sure that callers handle it.")
    static let alternativeRemoved = narrowing(
        "alternative-removed", "The alternative {name} was removed from {where}.", "Keep accepting it.", storage: .risky)
    static let discriminatorAdded = Rule(
        "discriminator-added", sent: .risksCallers, received: .compatible,
        "The property {new} is now the discriminator of {where}.", "Accept objects without the discriminator.")
    static let discriminatorRemoved = Rule(
        "discriminator-removed", .risksCallers, "The property {old} is no longer the discriminator of {where}.",
        "Keep sending the property.")
    static let discriminatorChanged = Rule(
        "discriminator-changed", .breaksCallersAndStorage,
        "The discriminator of {where} changed from the property {old} to {new}.", "Keep the old property.")
    static let discriminatorValueAdded = Rule(
        "discriminator-value-added", sent: .changesServers, received: .risksCallers,
        "The value {name} of the discriminator of {where} was added.", "Make sure that callers handle it.")
    static let discriminatorValueRemoved = narrowing(
        "discriminator-value-removed", "The value {name} of the discriminator of {where} was removed.",
        "Keep accepting the value.", storage: .risky)
    static let discriminatorValueMoved = Rule(
        "discriminator-value-moved", .breaksCallersAndStorage,
        "The value {name} of the discriminator of {where} now stands for another schema.", "Choose a new value for the new schema.")
}
