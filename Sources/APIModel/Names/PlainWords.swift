/// The words of a text in ASCII as ranges of its bytes, cut and spelled as the functions of `Words.swift` do with
/// the scalars of any text.
///
/// Nearly all names of documents are such texts, and all types, members and cases are named after them. Everything is read and written
/// through pointers, because the build plugin runs a debug build, in which arrays and strings cost many times as much.
struct PlainWords {
    private let text: UnsafeBufferPointer<UInt8>
    /// The start and the end of each word.
    private let bounds: UnsafeMutablePointer<Int>
    private(set) var count = 0

    /// Calls a function with the words of a text.
    ///
    /// - Returns: nil where the text has other characters, or signs that are spoken.
    static func read<Result>(_ text: String, _ body: (PlainWords) -> Result) -> Result? {
        var text = text
        return text.withUTF8 { bytes in
            withUnsafeTemporaryAllocation(of: Int.self, capacity: 2 * bytes.count + 2) { bounds in
                guard let base = bounds.baseAddress, let words = PlainWords(bytes, base) else { return nil }
                return body(words)
            }
        }
    }

    private init?(_ text: UnsafeBufferPointer<UInt8>, _ bounds: UnsafeMutablePointer<Int>) {
        self.text = text
        self.bounds = bounds
        guard let base = text.baseAddress, text.count > 0, !startsWithSignedNumber(text) else { return nil }
        var start = -1
        var index = 0
        while index < text.count {
            let byte = base[index]
            guard byte < 0x80 else { return nil }
            if !byte.isWordByte {
                end(start, index)
                start = -1
            } else if start < 0 {
                start = index
            } else if startsWord(byte, at: index, of: text) {
                end(start, index)
                start = index
            }
            index &+= 1
        }
        end(start, index)
        // A text of signs alone is spoken, and a letter by itself can belong to the word behind it.
        if count == 0 || hasSeparatedSpelling { return nil }
    }

    private mutating func end(_ start: Int, _ end: Int) {
        guard start >= 0 else { return }
        bounds[2 &* count] = start
        bounds[2 &* count &+ 1] = end
        count &+= 1
    }

    private subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
        let start = bounds[2 &* index]
        return UnsafeBufferPointer(start: text.baseAddress.map { $0 + start }, count: bounds[2 &* index &+ 1] &- start)
    }

    /// Whether a single letter stands before another word, as in `OAuth`.
    private var hasSeparatedSpelling: Bool {
        var index = 0
        while index &+ 1 < count {
            let word = self[index]
            if word.count == 1, word[0].small == UInt8(ascii: "o") || word[0].small == UInt8(ascii: "i") { return true }
            index &+= 1
        }
        return false
    }
}

extension PlainWords {
    /// The words as one identifier writes them.
    func joined(startsSmall: Bool) -> String {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { buffer in
            guard let base = buffer.baseAddress else { return "" }
            let shouts = shouts
            var length = 0
            var index = 0
            while index < count {
                let word = self[index]
                write(word, startsSmall: startsSmall && index == 0, shouts: shouts, to: base + length)
                length &+= word.count
                index &+= 1
            }
            return String(decoding: UnsafeBufferPointer(start: base, count: length), as: UTF8.self)
        }
    }

    /// Each word as it stands in the text.
    var words: [String] {
        var words: [String] = []
        words.reserveCapacity(count)
        var index = 0
        while index < count {
            words.append(String(decoding: self[index], as: UTF8.self))
            index &+= 1
        }
        return words
    }

    /// Each word as an identifier writes it.
    var spelled: [String] {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { buffer in
            guard let base = buffer.baseAddress else { return [] }
            let shouts = shouts
            var words: [String] = []
            words.reserveCapacity(count)
            var index = 0
            while index < count {
                let word = self[index]
                write(word, startsSmall: false, shouts: shouts, to: base)
                words.append(String(decoding: UnsafeBufferPointer(start: base, count: word.count), as: UTF8.self))
                index &+= 1
            }
            return words
        }
    }

    /// Whether capitals say nothing about the words.
    private var shouts: Bool {
        var isBehindX = false
        var withLetters = 0
        var areAllCapitals = true
        var index = 0
        while index < count {
            let word = self[index]
            if word.hasSmall { areAllCapitals = false }
            if !isBehindX { isBehindX = !(word.count == 1 && word[0] == UInt8(ascii: "X")) }
            if isBehindX, word.hasCapital {
                withLetters &+= 1
                if word.count > 4, !word.hasSmall, KnownSpelling(word) == .ordinary { return true }
            }
            index &+= 1
        }
        return withLetters > 1 && areAllCapitals
    }

    /// Writes a word, which stays as long as it is.
    private func write(
        _ word: UnsafeBufferPointer<UInt8>, startsSmall: Bool, shouts: Bool, to place: UnsafeMutablePointer<UInt8>
    ) {
        let known = KnownSpelling(word)
        let isPlural = word.count > 2 && word[word.count - 1] == UInt8(ascii: "s") && !word.hasSmall(before: word.count - 1)
        var firstSmall: Int
        switch known {
        case .capitals: firstSmall = startsSmall ? 0 : word.count
        case .plural: firstSmall = startsSmall ? 0 : word.count - 1
        case .own(let number): return ownSpelling(number, startsSmall: startsSmall, word, to: place)
        case .ordinary where startsSmall:
            firstSmall = isPlural || !word.hasSmall ? 0 : -1
        case .ordinary:
            firstSmall = !word.hasSmall && (shouts || word.count > 4) ? 1 : -1
        }
        var index = 0
        while index < word.count {
            let byte = word[index]
            if firstSmall < 0 {
                place[index] = index > 0 ? byte : startsSmall ? byte.small : byte.capital
            } else if known == .ordinary, index < firstSmall {
                place[index] = byte
            } else {
                place[index] = index < firstSmall ? byte.capital : byte.small
            }
            index &+= 1
        }
    }

    /// Writes a word that has a spelling of its own, and the digits behind it.
    private func ownSpelling(
        _ number: Int, startsSmall: Bool, _ word: UnsafeBufferPointer<UInt8>, to place: UnsafeMutablePointer<UInt8>
    ) {
        let spelling = ownSpellings[number]
        var text = startsSmall ? spelling.atStart : spelling.inside
        text.withUTF8 { bytes in
            var index = 0
            while index < word.count {
                place[index] = index < bytes.count ? bytes[index] : word[index]
                index &+= 1
            }
        }
    }
}

/// How a word in ASCII is spelled in all names; see ``KnownWord``.
enum KnownSpelling: Equatable {
    case ordinary, capitals
    /// An abbreviation with the `s` of a plural.
    case plural
    /// The number of one of the spellings that are neither small nor capitals.
    case own(Int)

    init(_ word: UnsafeBufferPointer<UInt8>) {
        var stem = word.count
        while stem > 0, word[stem &- 1].isDigit { stem &-= 1 }
        // No known word has more letters, and no letters make none.
        guard stem > 1, stem <= 8 else {
            self = .ordinary
            return
        }
        let whole = word.count <= 8 ? wordKey(word, word.count) : 0
        let stemKey = wordKey(word, stem)
        if let number = knownWords.own(whole) ?? knownWords.own(stemKey) {
            self = .own(number)
        } else if knownWords.isInitialism(whole) || knownWords.isInitialism(stemKey) {
            self = .capitals
        } else if stem == word.count, word[stem - 1].small == UInt8(ascii: "s"), knownWords.isInitialism(wordKey(word, stem - 1)) {
            self = .plural
        } else {
            self = .ordinary
        }
    }
}

/// The known words as numbers, which their letters make, in a hash table.
private struct KnownWords {
    /// Zero where there is no word; a spelling of its own is at the end of the list.
    private var keys = [UInt64](repeating: 0, count: 512)
    private var own: [UInt64] = []

    init() {
        for word in initialisms {
            var slot = Self.slot(of: key(word))
            while keys[slot] != 0 { slot = (slot + 1) & 511 }
            keys[slot] = key(word)
        }
        own = ownSpellings.map { key($0.word) }
    }

    private func key(_ word: String) -> UInt64 {
        var word = word
        return word.withUTF8 { wordKey($0, $0.count) }
    }

    private static func slot(of key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 55) }

    func isInitialism(_ key: UInt64) -> Bool {
        guard key != 0 else { return false }
        var slot = Self.slot(of: key)
        while keys[slot] != 0 {
            if keys[slot] == key { return true }
            slot = (slot &+ 1) & 511
        }
        return false
    }

    func own(_ key: UInt64) -> Int? {
        var index = 0
        while index < own.count {
            if own[index] == key { return index }
            index &+= 1
        }
        return nil
    }
}

private let knownWords = KnownWords()

/// The small letters and digits of at most eight bytes as one number.
private func wordKey(_ word: UnsafeBufferPointer<UInt8>, _ count: Int) -> UInt64 {
    var key: UInt64 = 0
    var index = 0
    while index < count {
        key = key << 8 | UInt64(truncatingIfNeeded: word[index].small)
        index &+= 1
    }
    return key
}

/// Whether the sign of a number is spoken, as in `+1`.
private func startsWithSignedNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.count > 1 && (text[0] == UInt8(ascii: "+") || text[0] == UInt8(ascii: "-")) && text[1].isDigit
}

/// Whether a byte behind another one of a word starts a word; see ``words(of:)``.
private func startsWord(_ byte: UInt8, at index: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard byte.isCapital else { return false }
    let previous = text[index &- 1]
    if previous.isSmall { return true }
    guard previous.isCapital || previous.isDigit, index &+ 1 < text.count, text[index &+ 1].isSmall else { return false }
    // The `s` of `IDs` or `URLs` belongs to the acronym.
    return text[index &+ 1] != UInt8(ascii: "s") || index &+ 2 < text.count && text[index &+ 2].isSmall
}

extension UInt8 {
    fileprivate var isCapital: Bool { self &- 0x41 < 26 }
    fileprivate var isSmall: Bool { self &- 0x61 < 26 }
    fileprivate var isDigit: Bool { self &- 0x30 < 10 }
    fileprivate var isWordByte: Bool { isCapital || isSmall || isDigit }
    fileprivate var small: UInt8 { isCapital ? self | 0x20 : self }
    fileprivate var capital: UInt8 { isSmall ? self & 0xDF : self }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate var hasSmall: Bool { hasSmall(before: count) }

    fileprivate func hasSmall(before end: Int) -> Bool {
        var index = 0
        while index < end {
            if self[index].isSmall { return true }
            index &+= 1
        }
        return false
    }

    fileprivate var hasCapital: Bool {
        var index = 0
        while index < count {
            if self[index].isCapital { return true }
            index &+= 1
        }
        return false
    }
}
