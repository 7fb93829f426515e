/// The style of a part of a diagnostic in a terminal; ECMA-48, section 8.3.117.
enum Style: String {
    case place = "1"
    case error = "1;31"
    case warning = "1;35"
    case note = "1;36"
    case caret = "1;32"

    init(label: String) {
        switch label {
        case "error": self = .error
        case "warning": self = .warning
        default: self = .note
        }
    }

    func applied(to text: String, _ isColored: Bool) -> String {
        isColored ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
    }
}
