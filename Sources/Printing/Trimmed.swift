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
