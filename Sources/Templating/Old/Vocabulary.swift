/// The names that templates may use, each with what kind of value stands behind it.
package struct Vocabulary: Sendable {
    package enum Kind: Sendable {
        /// Printed.
        case text
        /// Tested, never printed.
        case flag
        /// A section is printed once for each element; also tested for being empty.
        case list
    }

    private let places: [String: Int]
    private let kinds: [Kind]
    package let names: [String]

    package init(_ names: [(name: String, kind: Kind)]) {
        self.names = names.map(\.name)
        kinds = names.map(\.kind)
        places = Dictionary(names.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    func place(of name: String) -> Int? { places[name] }
    func kind(of place: Int) -> Kind { kinds[place] }
}
