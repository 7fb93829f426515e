/// The resolution of a scalar with a tag.
enum TagResolution {
    case resolved(Resolution)
    case problem(TagProblem)
}

enum TagProblem {
    case unknown, mismatch
}

private let prefix = "tag:yaml.org,2002:"

/// Returns a tag in its short form, such as `!!int`.
func shortTag(_ tag: String) -> String {
    tag.hasPrefix(prefix) ? "!!" + tag.dropFirst(prefix.count) : tag
}

/// - Parameter untagged: The resolution of the scalar without the tag.
func resolution(
    tag: String, of text: UnsafeBufferPointer<UInt8>, untagged: Resolution
) -> TagResolution {
    let plain = meaning(of: text, resolution: .plain)
    switch (shortTag(tag), plain) {
    case ("!", _), ("!!str", _), ("!!timestamp", _): return .resolved(.string)
    case ("!!merge", _): return .resolved(untagged)
    case ("!!null", .null): return .resolved(.null)
    case ("!!bool", .bool): return .resolved(.bool)
    case ("!!int", .integer): return .resolved(.integer)
    case ("!!int", .number(let number)) where !number.contains(where: { ".eE".contains($0) }): return .resolved(.integer)
    case ("!!float", .integer), ("!!float", .number): return .resolved(.float)
    case ("!!null", _), ("!!bool", _), ("!!int", _), ("!!float", _), ("!!map", _), ("!!seq", _):
        return .problem(.mismatch)
    default: return .problem(.unknown)
    }
}

func tagProblem(_ tag: String, of kind: YAMLNode.Kind) -> TagProblem? {
    switch (shortTag(tag), kind) {
    case ("!", _), ("!!map", .mapping), ("!!seq", .sequence): nil
    case ("!!map", _), ("!!seq", _), ("!!str", _), ("!!null", _), ("!!bool", _), ("!!int", _), ("!!float", _): .mismatch
    default: .unknown
    }
}
