import APIModel

/// An estimate of the processor time that compiling takes, in milliseconds.
///
/// The weights are those of a straight line through measurements of many structs, enums, unions and operations, on one core of a
/// recent machine. Only how parts compare is the same on other machines.
package struct CompileCost: Sendable {
    /// In a debug build.
    package var debug = 0.0
    /// In a release build.
    package var release = 0.0

    static func + (left: CompileCost, right: CompileCost) -> CompileCost {
        CompileCost(debug: left.debug + right.debug, release: left.release + right.release)
    }

    private init(each count: Int, of part: CompileCost, beside whole: CompileCost) {
        debug = whole.debug + Double(count) * part.debug
        release = whole.release + Double(count) * part.release
    }

    init(debug: Double = 0, release: Double = 0) {
        self.debug = debug
        self.release = release
    }
}

extension CompileCost {
    init(of shape: TypeShape) {
        switch shape {
        case .structure(let structure):
            self.init(each: structure.properties.count, of: .property, beside: .structure)
        case .tuple(let tuple): self.init(each: tuple.elements.count, of: .property, beside: .structure)
        case .enumeration(let enumeration): self.init(each: enumeration.cases.count, of: .enumerationCase, beside: .enumeration)
        case .union(let union): self.init(each: union.alternatives.count, of: .alternative, beside: .union)
        case .wrapper: self = .structure
        case .alias: self.init()
        }
    }

    /// The cost of an operation's code for clients and servers.
    init(of endpoint: Endpoint) {
        self.init(each: endpoint.parameters.count, of: .parameter, beside: .operation)
    }

    private static let structure = CompileCost(debug: 7, release: 10)
    private static let property = CompileCost(debug: 2.5, release: 6.5)
    private static let enumeration = CompileCost(debug: 7, release: 14)
    private static let enumerationCase = CompileCost(debug: 0.5, release: 1.5)
    private static let union = CompileCost(debug: 6.5, release: 14)
    private static let alternative = CompileCost(debug: 2, release: 7.5)
    private static let operation = CompileCost(debug: 6.5, release: 18)
    private static let parameter = CompileCost(debug: 1, release: 2.5)
}
