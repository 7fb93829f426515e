import APIModel
import Diagnostics

/// A difference between two schemas, before it is known which messages carry their values.
struct Finding {
    let rule: Rule
    var name: String?
    var old: String?
    var new: String?
    let oldPosition: Position
    let newPosition: Position
    /// The messages that the difference matters for.
    var directions = Directions.both
    /// The step to a value inside, such as `.name`, that differs in what stands beside its reference.
    var step = ""
}

/// Two schemas whose values take the same place.
struct SchemaPair: Hashable {
    let old: SchemaID
    let new: SchemaID
}

/// A pair of schemas inside another pair.
struct ChildPair {
    let pair: SchemaPair
    /// The step to it, such as `.name`; empty where its values are those of the whole.
    let step: String
    var directions = Directions.both
}
