extension String {
    /// Without line breaks and spaces at its ends.
    package var trimmed: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

extension String {
    /// The number of characters, for which Unicode's tables are asked only where the text is not ASCII.
    package var columns: Int {
        var text = self
        let isASCII = text.withUTF8 { bytes in
            var index = 0
            while index < bytes.count {
                // A line feed behind a carriage return is no character of its own.
                if bytes[index] >= 0x80 || bytes[index] == 0x0D { return false }
                index &+= 1
            }
            return true
        }
        return isASCII ? utf8.count : count
    }
}

extension String {
    /// The text with another one in place of a character of ASCII.
    package func replacing(_ byte: UInt8, with replacement: String) -> String {
        guard utf8.contains(byte) else { return self }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count + 16)
        for next in utf8 {
            if next == byte { bytes.append(contentsOf: replacement.utf8) } else { bytes.append(next) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension String {
    /// The length of the longest run of a character of ASCII.
    package func longestRun(of byte: UInt8) -> Int {
        var text = self
        return text.withUTF8 { bytes in
            var longest = 0
            var run = 0
            var index = 0
            while index < bytes.count {
                run = bytes[index] == byte ? run &+ 1 : 0
                if run > longest { longest = run }
                index &+= 1
            }
            return longest
        }
    }
}

extension Substring {
    /// The signs between the words and the target of the first link in Markdown.
    package var firstLinkSigns: Range<Index>? {
        var rest = utf8[...]
        while let bracket = rest.firstIndex(of: UInt8(ascii: "]")) {
            let next = utf8.index(after: bracket)
            if next < utf8.endIndex, utf8[next] == UInt8(ascii: "(") { return bracket..<utf8.index(after: next) }
            rest = rest[next...]
        }
        return nil
    }
}
