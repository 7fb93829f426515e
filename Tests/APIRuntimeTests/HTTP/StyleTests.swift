import Testing

@testable import APIRuntime

/// The table of OpenAPI 3.1.1, section 4.8.12.4, cell by cell: what a value looks like, and that it is read back.
struct StyleTests {
    struct Cell: Sendable, CustomTestStringConvertible {
        let style: ParameterStyle
        let explode: Bool
        let value: Value
        let text: String
        var testDescription: String { "\(style.rawValue), \(explode ? "exploded" : "not exploded"), \(value.rawValue): \(text)" }
    }

    enum Value: String, Sendable {
        case empty, string, array, object

        var tree: TextTree {
            switch self {
            case .empty: .text("")
            case .string: .text("blue")
            case .array: .list([.text("blue"), .text("black"), .text("brown")])
            case .object:
                .members([
                    TextMember(name: "R", value: .text("100")), TextMember(name: "G", value: .text("200")),
                    TextMember(name: "B", value: .text("150")),
                ])
            }
        }

        var shape: ParameterShape {
            switch self {
            case .empty, .string: .primitive
            case .array: .array
            case .object: .object
            }
        }
    }

    static let cells: [Cell] = [
        Cell(style: .matrix, explode: false, value: .empty, text: ";color"),
        Cell(style: .matrix, explode: false, value: .string, text: ";color=blue"),
        Cell(style: .matrix, explode: false, value: .array, text: ";color=blue,black,brown"),
        Cell(style: .matrix, explode: false, value: .object, text: ";color=R,100,G,200,B,150"),
        Cell(style: .matrix, explode: true, value: .empty, text: ";color"),
        Cell(style: .matrix, explode: true, value: .string, text: ";color=blue"),
        Cell(style: .matrix, explode: true, value: .array, text: ";color=blue;color=black;color=brown"),
        Cell(style: .matrix, explode: true, value: .object, text: ";R=100;G=200;B=150"),
        Cell(style: .label, explode: false, value: .empty, text: "."),
        Cell(style: .label, explode: false, value: .string, text: ".blue"),
        Cell(style: .label, explode: false, value: .array, text: ".blue,black,brown"),
        Cell(style: .label, explode: false, value: .object, text: ".R,100,G,200,B,150"),
        Cell(style: .label, explode: true, value: .empty, text: "."),
        Cell(style: .label, explode: true, value: .string, text: ".blue"),
        Cell(style: .label, explode: true, value: .array, text: ".blue.black.brown"),
        Cell(style: .label, explode: true, value: .object, text: ".R=100.G=200.B=150"),
        Cell(style: .simple, explode: false, value: .empty, text: ""),
        Cell(style: .simple, explode: false, value: .string, text: "blue"),
        Cell(style: .simple, explode: false, value: .array, text: "blue,black,brown"),
        Cell(style: .simple, explode: false, value: .object, text: "R,100,G,200,B,150"),
        Cell(style: .simple, explode: true, value: .empty, text: ""),
        Cell(style: .simple, explode: true, value: .string, text: "blue"),
        Cell(style: .simple, explode: true, value: .array, text: "blue,black,brown"),
        Cell(style: .simple, explode: true, value: .object, text: "R=100,G=200,B=150"),
        Cell(style: .form, explode: false, value: .empty, text: "color="),
        Cell(style: .form, explode: false, value: .string, text: "color=blue"),
        Cell(style: .form, explode: false, value: .array, text: "color=blue,black,brown"),
        Cell(style: .form, explode: false, value: .object, text: "color=R,100,G,200,B,150"),
        Cell(style: .form, explode: true, value: .empty, text: "color="),
        Cell(style: .form, explode: true, value: .string, text: "color=blue"),
        Cell(style: .form, explode: true, value: .array, text: "color=blue&color=black&color=brown"),
        Cell(style: .form, explode: true, value: .object, text: "R=100&G=200&B=150"),
        Cell(style: .spaceDelimited, explode: false, value: .array, text: "color=blue%20black%20brown"),
        Cell(style: .spaceDelimited, explode: false, value: .object, text: "color=R%20100%20G%20200%20B%20150"),
        Cell(style: .pipeDelimited, explode: false, value: .array, text: "color=blue%7Cblack%7Cbrown"),
        Cell(style: .pipeDelimited, explode: false, value: .object, text: "color=R%7C100%7CG%7C200%7CB%7C150"),
        Cell(style: .deepObject, explode: true, value: .object, text: "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
    ]

    static var standing: [Cell] { cells.filter { [.matrix, .label, .simple].contains($0.style) } }
    static var named: [Cell] { cells.filter { ![.matrix, .label, .simple].contains($0.style) } }

    private func styling(_ cell: Cell) -> ParameterStyling {
        ParameterStyling(style: cell.style, explode: cell.explode, allowReserved: false, allowEmptyValue: false)
    }

    @Test(arguments: cells) func valueIsWrittenAsTheTableSays(cell: Cell) throws {
        let writer = StyleWriter(name: "color", styling: styling(cell), kept: .unreserved)
        #expect(try writer.write(cell.value.tree) == cell.text)
    }

    @Test(arguments: standing) func textOfAPathOrHeaderIsReadBack(cell: Cell) throws {
        let reader = StyleReader(
            name: "color", styling: styling(cell), shape: cell.value.shape, escaping: .percent(plusIsSpace: false))
        #expect(try reader.read(Substring(cell.text)) == cell.value.tree)
    }

    @Test(arguments: named) func textOfAQueryIsReadBack(cell: Cell) throws {
        let parameter = Parameter("color", in: .query, style: cell.style, explode: cell.explode, shape: cell.value.shape)
        let pairs = QueryPairs(query: Substring(cell.text))
        #expect(try pairs.read(parameter, styling(cell), others: { _ in false }) == cell.value.tree)
    }

    @Test(arguments: ["color=blue|black|brown", "color=blue%7cblack%7Cbrown"])
    func pipesAreReadInBothSpellings(query: String) throws {
        let parameter = Parameter("color", in: .query, style: .pipeDelimited, shape: .array)
        let styling = ParameterStyling(style: .pipeDelimited, explode: false, allowReserved: false, allowEmptyValue: false)
        let value = try QueryPairs(query: Substring(query)).read(parameter, styling, others: { _ in false })
        #expect(value == Value.array.tree)
    }

    @Test func escapedDelimitersBelongToTheValue() throws {
        let tree = TextTree.list([.text("a,b"), .text("c d"), .text("ü/%")])
        let styling = ParameterStyling(style: .form, explode: false, allowReserved: false, allowEmptyValue: false)
        let text = try StyleWriter(name: "x", styling: styling, kept: .unreserved).write(tree)
        #expect(text == "x=a%2Cb,c%20d,%C3%BC%2F%25")
        let parameter = Parameter("x", in: .query, explode: false, shape: .array)
        #expect(try QueryPairs(query: Substring(text ?? "")).read(parameter, styling, others: { _ in false }) == tree)
    }

    @Test func absentMembersAndElementsAreLeftOut() throws {
        let tree = TextTree.members([TextMember(name: "a", value: .undefined), TextMember(name: "b", value: .text("1"))])
        let styling = ParameterStyling(style: .form, explode: true, allowReserved: false, allowEmptyValue: false)
        #expect(try StyleWriter(name: "x", styling: styling, kept: .unreserved).write(tree) == "b=1")
    }

    @Test func nestedValuesAreRefusedWhereTheStyleHasNoPlaceForThem() {
        let tree = TextTree.list([.list([.text("a")])])
        let styling = ParameterStyling(style: .form, explode: true, allowReserved: false, allowEmptyValue: false)
        #expect(throws: ParameterError("style 'form' cannot represent nested values")) {
            try StyleWriter(name: "x", styling: styling, kept: .unreserved).write(tree)
        }
    }
}

/// Deep objects have no rule for nesting in the specification; what is common is written, and all spellings of it are read.
struct DeepObjectTests {
    private static let tree = TextTree.members([
        TextMember(name: "name", value: .text("Ada & co")),
        TextMember(
            name: "range",
            value: .members([TextMember(name: "from", value: .text("1")), TextMember(name: "to", value: .text("9"))])),
        TextMember(name: "tags", value: .list([.text("a"), .text("b")])),
        TextMember(name: "rows", value: .list([.members([TextMember(name: "id", value: .text("7"))])])),
    ])
    private let styling = ParameterStyling(style: .deepObject, explode: true, allowReserved: false, allowEmptyValue: false)

    @Test func nestingIsWrittenInBrackets() throws {
        let text = try StyleWriter(name: "f", styling: styling, kept: .unreserved).write(Self.tree)
        let spelled = text?.replacing("%5B", with: "[").replacing("%5D", with: "]")
        #expect(spelled == "f[name]=Ada%20%26%20co&f[range][from]=1&f[range][to]=9&f[tags]=a&f[tags]=b&f[rows][0][id]=7")
    }

    @Test(arguments: [
        "f[name]=Ada+%26+co&f[range][from]=1&f[range][to]=9&f[tags]=a&f[tags]=b&f[rows][0][id]=7",
        "f%5Bname%5D=Ada%20%26%20co&f[range][from]=1&f[range][to]=9&f[tags][]=a&f[tags][]=b&f[rows][0][id]=7",
        "f[name]=Ada%20%26%20co&f[range][from]=1&x=y&f[range][to]=9&f[tags][0]=a&f[tags][1]=b&f[rows][0][id]=7&ff[a]=1",
    ])
    func allSpellingsOfNestingAreRead(query: String) throws {
        let parameter = Parameter("f", in: .query, style: .deepObject, shape: .object)
        #expect(try QueryPairs(query: Substring(query)).read(parameter, styling, others: { _ in false }) == Self.tree)
    }

    @Test func nestingHasALimit() {
        let name = "f" + String(repeating: "[a]", count: 100_000)
        let parameter = Parameter("f", in: .query, style: .deepObject, shape: .object)
        #expect(throws: ParameterError("brackets are nested more than 32 deep")) {
            try QueryPairs(query: Substring(name + "=1")).read(parameter, styling, others: { _ in false })
        }
    }
}
