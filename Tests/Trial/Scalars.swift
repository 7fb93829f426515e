import OpenAPI
import YAMLTree

extension InstanceGenerator {
    mutating func string(for requirements: Requirements) -> Instance? {
        let encoded = requirements.parts.compactMap(\.contentEncoding).first == "base64" ? "byte" : nil
        if let format = requirements.formats.first ?? encoded, let examples = textsByFormat[format], requirements.patterns.isEmpty {
            let fitting = examples.filter {
                $0.count >= requirements.minLength && $0.count <= requirements.maxLength ?? .max
            }
            return fitting.randomElement(using: &random).map(Instance.string)
        }
        if !requirements.patterns.isEmpty { return example(for: requirements) }
        guard requirements.minLength < 10_000 else { return nil }
        let longest = min(requirements.maxLength ?? .max, max(requirements.minLength, 1) + 5)
        guard requirements.minLength <= longest else { return nil }
        let length = Int.random(in: requirements.minLength...longest, using: &random)
        let letters = Array("abcXYZ019 -_\"\\/é日🎂\n")
        return .string(String((0..<length).map { _ in letters.randomElement(using: &random) ?? "a" }))
    }

    /// Strings for regular expressions are taken from the author, who gives examples for most of them.
    private mutating func example(for requirements: Requirements) -> Instance? {
        let examples = requirements.parts.flatMap { $0.examples + ($0.defaultValue.map { [$0] } ?? []) }
        return examples.compactMap(\.string).randomElement(using: &random).map(Instance.string)
    }

    mutating func number(for requirements: Requirements, isInteger: Bool) -> Instance? {
        let format = requirements.formats.first ?? ""
        let bounds = boundsByFormat[format] ?? (-1_000_000, 1_000_000)
        // The OpenAPI Format Registry gives the formats of integers to the type number.
        let isInteger = isInteger || (format.contains("int") && boundsByFormat[format] != nil)
        let step = requirements.multipleOf ?? (isInteger ? 1 : 0.25)
        let margin = requirements.excludesBounds ? step : 0
        let lowest = max(bounds.0, requirements.minimum.map { $0 + margin } ?? max(bounds.0, (requirements.maximum ?? 0) - 1_000))
        let highest = min(bounds.1, requirements.maximum.map { $0 - margin } ?? max(bounds.1, lowest))
        let first = (max(lowest, -1e15) / step).rounded(.up)
        let last = (min(highest, 1e15) / step).rounded(.down)
        guard first <= last else { return nil }
        return .text(text(Double.random(in: first...last, using: &random).rounded() * step, isInteger: isInteger))
    }

    private func text(_ value: Double, isInteger: Bool) -> String {
        // Adding thousandths gives what a person would write, where multiplying leaves the last binary digits.
        let rounded = (value * 1_000_000).rounded() / 1_000_000
        return isInteger || rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    }
}

/// Values of formats that have a type or a check of their own.
let textsByFormat: [String: [String]] = [
    "date-time": [
        "2024-02-29T23:59:59Z", "1985-04-12T23:20:50.52Z", "1996-12-19T16:39:57-08:00", "2024-01-01T00:00:00.123456789+05:30",
    ],
    "date": ["2024-02-29", "0001-01-01", "9999-12-31"],
    "time": ["23:59:59Z", "00:00:00.5+01:00"],
    "duration": ["P1Y2M3DT4H5M6S", "PT0S", "P2W"],
    "uuid": ["f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "00000000-0000-0000-0000-000000000000"],
    "byte": ["", "AQID", "AQ=="],
    "base64url": ["AQID", "-_8"],
    "email": ["ada@example.org"],
    "hostname": ["example.org"],
    "ipv4": ["127.0.0.1"],
    "ipv6": ["::1", "2001:db8::1"],
    "uri": ["https://example.org/a?b=c#d", "urn:a:b"],
    "url": ["https://example.org/a"],
    "uri-reference": ["/a/b", "https://example.org"],
    "decimal": ["0.10", "-12345678901234567890.5"],
    "json-pointer": ["", "/a/0"],
    "regex": ["^a+$"],
]

let boundsByFormat: [String: (Double, Double)] = [
    "int8": (-128, 127), "int16": (-32_768, 32_767), "int32": (-2_147_483_648, 2_147_483_647),
    "uint8": (0, 255), "uint16": (0, 65_535), "uint32": (0, 4_294_967_295), "uint64": (0, 1e15), "int64": (-1e15, 1e15),
    "float": (-10_000, 10_000),
]
