extension ByteValidator {
    /// Makes sure that the names of members in the next value, at any depth, are unique and compare by their bytes. Then what a
    /// schema does not accept is surely invalid.
    mutating func checkNames(_ json: inout JSONReader) throws(JSONError) {
        json.skipWhitespace()
        guard !checkedNames.contains(json.position), json.byte == UInt8(ascii: "{") || json.byte == UInt8(ascii: "[") else {
            return
        }
        let start = Place(json)
        try checkNamesInside(&json, depth: 0)
        checkedNames = start.position..<json.position
        try goBack(to: start, &json)
    }

    private mutating func checkNamesInside(_ json: inout JSONReader, depth: Int) throws(JSONError) {
        guard depth < Self.maximumDepth else { throw .undecided }
        json.skipWhitespace()
        switch json.byte {
        case UInt8(ascii: "{"):
            let base = hashes.count
            var object = try json.beginObject()
            while try json.nextMember(in: &object) {
                let name = UnsafeBufferPointer(start: json.bytes + object.key.lowerBound, count: object.key.count)
                if object.keyHasEscapes || name.contains(where: { $0 >= 0x80 }) { throw .undecided }
                hashes.append(byteHash(of: name))
                try checkNamesInside(&json, depth: depth + 1)
            }
            if hasEqualHashes(from: base) { throw .undecided }
            hashes.removeSubrange(base...)
        case UInt8(ascii: "["):
            var array = try json.beginArray()
            while try json.nextElement(in: &array) { try checkNamesInside(&json, depth: depth + 1) }
        default: try json.skipValue()
        }
    }

    /// Whether two of the last hashes are equal, from one of them on.
    mutating func hasEqualHashes(from base: Int) -> Bool {
        let count = hashes.count - base
        guard count > 1 else { return false }
        return hashes.withUnsafeMutableBufferPointer { hashes in
            var last = UnsafeMutableBufferPointer(rebasing: hashes[base...])
            if count < 25 {
                for index in 1..<count where last[..<index].contains(last[index]) { return true }
                return false
            }
            last.sort()
            return (1..<count).contains { last[$0 - 1] == last[$0] }
        }
    }

    /// A hash of all bytes, eight at a time.
    func byteHash(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
        var index = 0
        while index < bytes.count {
            var word: UInt64 = 0
            for byte in bytes[index..<min(index + 8, bytes.count)] { word = word << 8 | UInt64(byte) }
            hash = (hash ^ word) &* 0xBF58_476D_1CE4_E5B9
            hash ^= hash >> 29
            index += 8
        }
        return hash
    }
}
