import APIModel

/// Text of a document made safe for a URL.
package enum URLText {
    /// A path segment, or a name or value of a query; angle brackets stay, as they mark what a reader fills in.
    package static func component(_ text: String) -> String {
        if text.utf8.allSatisfy(\.isUnreserved) { return text }
        var result = ""
        for byte in text.utf8 {
            let isKept = byte.isUnreserved || "<>,:".utf8.contains(byte)
            result += isKept ? String(Unicode.Scalar(byte)) : byte.percentEncoded
        }
        return result
    }

    /// An anchor in a page, safe in an HTML attribute too.
    package static func fragment(_ text: String) -> String {
        let text = component(text)
        guard text.utf8.contains(where: { "<>%".utf8.contains($0) }) else { return text }
        return text.replacing(UInt8(ascii: "<"), with: "%3C").replacing(UInt8(ascii: ">"), with: "%3E")
            .replacing("%2F", with: "/")
    }
}
