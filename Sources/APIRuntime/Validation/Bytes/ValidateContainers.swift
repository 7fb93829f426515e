extension ByteValidator {
    /// Whether a schema allows the next value, which is an object.
    mutating func acceptsObject(_ schema: UnsafePointer<ByteSchema>, _ json: inout JSONReader) throws(JSONError) -> Bool {
        guard let rules = schema.pointee.object else {
            try json.skipValue()
            return true
        }
        // A name that occurs twice counts once.
        if rules.pointee.minProperties > 1 { try checkNames(&json) }
        var object = if let keys = rules.pointee.keys { try json.beginObject(keys) } else { try json.beginObject() }
        let hasOnlyMembers = rules.pointee.patterns.isEmpty && rules.pointee.names == nil
        var count = 0
        while let index = try json.findKey(in: &object) {
            count += 1
            guard !object.keyHasEscapes else { throw .undecided }
            if hasOnlyMembers, index >= 0, rules.pointee.members[index] >= 0 {
                guard try accepts(rules.pointee.members[index], &json) else { return false }
            } else {
                guard try acceptsRareMember(index, object.key, of: rules, &json) else { return false }
            }
        }
        if object.keys.firstMissing(object.found) != nil { return false }
        return count <= rules.pointee.maxProperties && count >= rules.pointee.minProperties
    }

    /// Checks a member that `properties` does not list, or that other keywords are about, too.
    ///
    /// - Parameter index: The number of the member's name among those that the schema knows; negative for none of them.
    private mutating func acceptsRareMember(
        _ index: Int, _ key: Range<Int>, of rules: UnsafePointer<ObjectRules>, _ json: inout JSONReader
    ) throws(JSONError) -> Bool {
        let node = index >= 0 ? rules.pointee.members[index] : -1
        let name = UnsafeBufferPointer(start: json.bytes + key.lowerBound, count: key.count)
        // Names are compared as Unicode does, for which other bytes can be the same name.
        if index < 0, rules.pointee.keys != nil, name.contains(where: { $0 >= 0x80 }) { throw .undecided }
        let value = Place(json)
        if let names = rules.pointee.names {
            json.position = key.lowerBound - 1
            guard try accepts(names, &json) else { return false }
            value.restore(&json)
        }
        var end: Place?
        if node >= 0 {
            guard try accepts(node, &json) else { return false }
            end = Place(json)
        }
        for pattern in rules.pointee.patterns where try matches(pattern.pattern, name) {
            if end != nil { try goBack(to: value, &json) }
            guard try accepts(pattern.schema, &json) else { return false }
            end = Place(json)
        }
        guard end == nil else { return true }
        if let additional = rules.pointee.additional { return try accepts(additional, &json) }
        try json.skipValue()
        return true
    }

    /// Whether a schema allows the next value, which is an array.
    mutating func acceptsArray(_ schema: UnsafePointer<ByteSchema>, _ json: inout JSONReader) throws(JSONError) -> Bool {
        guard let rules = schema.pointee.array?.pointee else {
            try json.skipValue()
            return true
        }
        var array = try json.beginArray()
        let base = hashes.count
        while try json.nextElement(in: &array) {
            json.skipWhitespace()
            let start = json.position
            let index = array.count - 1
            if let node = index < rules.prefix.count ? rules.prefix[index] : rules.rest {
                guard try accepts(node, &json) else { return false }
            } else {
                try json.skipValue()
            }
            if rules.areUnique { try addHash(ofElementAt: start, &json) }
        }
        if rules.areUnique {
            if hasEqualHashes(from: base) { throw .undecided }
            hashes.removeSubrange(base...)
        }
        return array.count <= rules.maxItems && array.count >= rules.minItems
    }

    /// Keeps a hash of an element that the reader has stepped over. Arrays and objects have none.
    private mutating func addHash(ofElementAt start: Int, _ json: inout JSONReader) throws(JSONError) {
        let end = Place(json)
        try spend(steps: (end.position - start) / 32 + 1)
        switch json.bytes[start] {
        case UInt8(ascii: "\""):
            let content = UnsafeBufferPointer(start: json.bytes + start + 1, count: end.position - start - 2)
            guard !content.contains(UInt8(ascii: "\\")) else { throw .undecided }
            hashes.append(byteHash(of: content))
        case UInt8(ascii: "{"), UInt8(ascii: "["): throw .undecided
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            json.position = start
            guard let number = ByteNumber(try json.scanNumber("a number")) else { throw .undecided }
            let digits = number.normalized
            let sign: UInt64 = number.isNegative && digits.mantissa != 0 ? 1 : 2
            hashes.append((digits.mantissa &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(truncatingIfNeeded: digits.exponent) << 8 ^ sign)
        default: hashes.append(UInt64(json.bytes[start]))
        }
        end.restore(&json)
    }
}
