/// Why a value has no text in its style, or a text no value.
struct ParameterError: Error, Equatable, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
