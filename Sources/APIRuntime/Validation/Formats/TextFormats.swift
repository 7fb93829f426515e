/// RFC 3339, appendix A: weeks stand alone, no unit is left out between two others, and nothing has a fraction.
func isDuration(_ text: String) -> Bool {
    guard text.utf8.first == UInt8(ascii: "P") else { return false }
    let halves = text.dropFirst().split(separator: "T", omittingEmptySubsequences: false)
    guard halves.count <= 2, halves.count == 1 || !halves[1].isEmpty, halves != [""] else { return false }
    if halves == [halves[0]], let weeks = units(of: halves[0]), weeks == "W" { return true }
    guard let dates = units(of: halves[0]), "YMD".contains(dates) else { return false }
    guard halves.count == 2 else { return true }
    return units(of: halves[1]).map { "HMS".contains($0) } ?? false
}

/// The letters that stand behind numbers; nil when something else stands there.
private func units(of text: Substring) -> String? {
    var units = ""
    var hasDigits = false
    for character in text {
        if character.isASCII, character.isNumber {
            hasDigits = true
        } else {
            guard hasDigits else { return nil }
            units.append(character)
            hasDigits = false
        }
    }
    return hasDigits ? nil : units
}

func isPointer(_ text: String) -> Bool {
    guard text.isEmpty || text.hasPrefix("/") else { return false }
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.allSatisfy { index in
        scalars[index] != "~" || index + 1 < scalars.count && (scalars[index + 1] == "0" || scalars[index + 1] == "1")
    }
}

func isRelativePointer(_ text: String) -> Bool {
    let digits = text.utf8.prefix { 0x30...0x39 ~= $0 }
    guard !digits.isEmpty, digits.count == 1 || digits.first != 0x30 else { return false }
    let rest = String(text.utf8.dropFirst(digits.count)) ?? "~"
    return rest == "#" || isPointer(rest)
}

func isPattern(_ text: String) -> Bool {
    do throws(PatternError) {
        try PatternParser.check(text)
        return true
    } catch {
        return error.description == "back references are not supported"
    }
}
