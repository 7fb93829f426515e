/// The name of an inline type, made from its place in the document.
///
/// It is the name of the component or operation that contains the schema, followed by a part for each step to it. A part repeats no
/// words that stand before it: `packageType` of a `Package` is `PackageType`. If the name is longer than ``longest`` letters, parts
/// in its middle are left out. A name only depends on what contains the schema, so that nothing added elsewhere changes it.
struct TypeName {
    /// The component or operation.
    private let root: Identifier
    /// The steps before the last one, without words that repeat.
    private var outer: [[String]] = []
    /// All words of the last step.
    private var last: [String] = []
    /// What distinguishes the schema from another one with the name, such as its media type.
    private var distinction: String?
    /// The text of a step whose words nobody has needed, as most members have types without a name of their own.
    private var nextStep: String?
    /// Names of more letters are shortened.
    private static let longest = 50

    init(_ root: Identifier) {
        self.root = root
    }

    /// The name of something inside what has this name, such as `OwnerAddress` for `address` of an `Owner`.
    func appending(_ part: String) -> TypeName {
        var name = finished
        name.nextStep = part
        return name
    }

    /// The name with the words of its last step.
    private var finished: TypeName {
        guard let part = nextStep else { return self }
        var name = TypeName(root)
        let parts = spelledWords(of: part).filter { !$0.isEmpty }
        name.outer = last.isEmpty ? outer : shown
        name.last = parts.isEmpty ? ["Empty"] : parts
        return name
    }

    private var rootWords: [String] { words(of: root.name) }

    /// The name with words behind it where another type has the name.
    func distinguished(by words: String) -> TypeName {
        var name = finished
        name.distinction = joinedWords(of: words, startsSmall: false)
        return name
    }

    private var hasSingular: Bool { !last.isEmpty && last.last.flatMap(singularForm) != nil }

    /// The name of one of many: `Orders` holds things called `Order`.
    var singular: TypeName { finished.ownSingular }

    private var ownSingular: TypeName {
        let end = last.last ?? outer.last?.last ?? rootWords.last ?? ""
        guard let one = singularForm(end) else { return appending(end.lowercased() == "item" ? "Element" : "Item") }
        if last.isEmpty, let part = outer.last {
            var name = self
            name.outer.removeLast()
            name.last = part.dropLast() + [one]
            return name
        }
        if last.isEmpty {
            return root.name.hasSuffix(end)
                ? TypeName(Identifier(verbatim: root.name.dropLast(end.count) + one)) : appending("Item")
        }
        var name = self
        name.last[last.count - 1] = one
        return name
    }

    /// The name of the values of a dictionary: the singular of its name, else with `Value` behind it.
    var oneValue: TypeName {
        let name = finished
        return name.hasSingular ? name.ownSingular : name.appending("Value")
    }

    /// The name if no other type has it.
    var identifier: Identifier {
        nextStep == nil && last.isEmpty ? name(outer) : candidates(kinds: [], title: nil)[0].name
    }
}

extension TypeName {
    /// A name to try, with the name that parts of the type are appended to.
    struct Candidate {
        let name: Identifier
        let path: TypeName
    }

    /// The names to try one after the other.
    ///
    /// - Parameters:
    ///   - kinds: Words for the kind of type, one of which distinguishes it from another type of the name.
    ///   - title: The title of the schema.
    func candidates(kinds: [String], title: String?) -> [Candidate] {
        finished.ownCandidates(kinds: kinds, title: title)
    }

    private func ownCandidates(kinds: [String], title: String?) -> [Candidate] {
        let kept = kept
        let plain = kept.isEmpty ? outer : outer + [kept]
        var paths = shortened(plain)
        if kept.count < last.count, !kept.isEmpty { paths.append(outer + [last]) }
        if let distinction { paths.append(plain + [[distinction]]) }
        if let title = title.map({ spelledWords(of: $0) }), !title.isEmpty, title.count <= 4 {
            paths += shortened(outer + [title])
        }
        let end = plain.last?.last ?? rootWords.last
        if let kind = kinds.first(where: { $0 != end }) { paths.append(plain + [[kind]]) }
        return paths.map { parts in
            var path = TypeName(root)
            path.outer = parts
            return Candidate(name: name(parts), path: path)
        }
    }

    /// The words of the last step that do not repeat the end of the name before it.
    private var kept: [String] {
        let part = last.map { $0.lowercased() }
        // No more words than the step has can repeat.
        let inner = Array(outer.joined().suffix(part.count))
        let before = (rootWords.suffix(part.count - inner.count) + inner).map { $0.lowercased() }
        let repeated = stride(from: min(before.count, part.count), to: 0, by: -1).first { count in
            zip(before.suffix(count), part).allSatisfy { $0 == $1 || $0 + "s" == $1 }
        }
        return Array(last.dropFirst(repeated ?? 0))
    }

    private var shown: [[String]] {
        let kept = kept
        return kept.isEmpty ? outer : outer + [kept]
    }

    /// The parts without those in the middle that make the name too long, then with more of them, for where that is another's name.
    ///
    /// A single word says too little without the part before it.
    private func shortened(_ parts: [[String]]) -> [[[String]]] {
        guard isTooLong(parts), let last = parts.last, parts.count > 1 else { return [parts] }
        let fewest = last.count > 1 ? 1 : 2
        let counts = fewest < parts.count ? Array(fewest..<parts.count) : []
        let fitting = counts.last { !isTooLong(Array(parts.suffix($0))) } ?? fewest
        return counts.filter { $0 >= fitting }.map { Array(parts.suffix($0)) } + [parts]
    }

    private func isTooLong(_ parts: [[String]]) -> Bool {
        let name = name(parts).name
        return name.utf8.count > Self.longest && name.count > Self.longest
    }

    private func name(_ parts: [[String]]) -> Identifier {
        parts.reduce(root) { $0.appending(part: $1.joined()) }
    }
}

/// The singular of an English word; nil where it is not known to be a plural.
func singularForm(_ word: String) -> String? {
    guard word.count > 2, KnownWord(word).map({ $0.inside.hasSuffix("s") }) ?? true else { return nil }
    let lower = word.lowercased()
    if lower.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
    if ["sses", "shes", "tches", "nches", "rches", "xes", "tuses"].contains(where: lower.hasSuffix) {
        return String(word.dropLast(2))
    }
    if ["ss", "us", "is", "as", "os"].contains(where: lower.hasSuffix) { return nil }
    return lower.hasSuffix("s") && word.count > 3 || KnownWord(word) != nil ? String(word.dropLast()) : nil
}
