/// Text escaped for HTML inside a Markdown page.
package enum HTMLText {
    /// The value of an attribute between double quotes, on one line.
    package static func attribute(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            let isKept =
                scalar.value > 0x7F && scalar.value != 0x2028 && scalar.value != 0x2029
                || (0x30...0x39).contains(scalar.value) || (0x41...0x5A).contains(scalar.value)
                || (0x61...0x7A).contains(scalar.value) || " ,.-:/".unicodeScalars.contains(scalar)
            result += isKept ? String(Character(scalar)) : "&#\(scalar.value);"
        }
        return result
    }
}
