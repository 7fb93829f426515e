#if StatusService
extension String {
    /// The text with its control characters as `\u{…}`, so that nobody else's text can control the terminal.
    var withoutControlCharacters: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.flatMap { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .lineSeparator, .paragraphSeparator:
                        Array("\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
                    default: [scalar]
                    }
                }))
    }
}
#endif
