import Diagnostics
import Testing

private func rendered(_ text: String, _ places: [(line: Int, column: Int, text: String)]) -> String {
    var log = DiagnosticLog()
    let file = log.add(SourceFile(path: "a.yaml", bytes: Array(text.utf8)))
    for place in places {
        log.report(Diagnostic(.error, place.text, at: Position(file: file, line: place.line, column: place.column)))
    }
    return log.rendered()
}

@Test func aDiagnosticShowsItsLineAndACaret() {
    #expect(rendered("a: 1\nb: two\n", [(2, 4, "wrong")]) == "a.yaml:2:4: error: wrong\n    b: two\n       ^\n")
}

@Test func tabsKeepTheCaretBelowItsCharacter() {
    #expect(rendered("\ta:\t1", [(1, 5, "wrong")]) == "a.yaml:1:5: error: wrong\n    \ta:\t1\n    \t  \t^\n")
}

@Test func diagnosticsAreSortedByPlaceAndStayInOrderOtherwise() {
    let text = rendered("", [(3, 1, "c"), (1, 2, "b"), (1, 1, "a"), (3, 1, "d")])
    #expect(text == "a.yaml:1:1: error: a\na.yaml:1:2: error: b\na.yaml:3:1: error: c\na.yaml:3:1: error: d\n")
}

@Test func notesFollowTheirDiagnostic() {
    var log = DiagnosticLog()
    let file = log.add(SourceFile(path: "a.yaml", bytes: Array("a\nb".utf8)))
    let notes = [Diagnostic.Note("first", at: Position(file: file, line: 1, column: 1))]
    log.report(Diagnostic(.warning, "second", at: Position(file: file, line: 2, column: 1), notes: notes))
    #expect(log.rendered() == "a.yaml:2:1: warning: second\n    b\n    ^\na.yaml:1:1: note: first\n    a\n    ^\n")
    #expect(!log.hasErrors)
}

@Test func longLinesAreCutAroundTheCaret() throws {
    let lines = rendered(String(repeating: "é", count: 5_000) + "X" + String(repeating: "z", count: 5_000), [(1, 5_001, "x")])
        .split(separator: "\n")
    #expect(lines[1].count == 204)
    let caret = try #require(lines[2].firstIndex(of: "^"))
    let column = lines[2].distance(from: lines[2].startIndex, to: caret)
    #expect(lines[1][lines[1].index(lines[1].startIndex, offsetBy: column)] == "X")
}

@Test func controlCharactersDoNotReachTheTerminal() {
    let text = rendered("a\u{1B}[31m\u{202E}\u{2028}\u{9B}", [(1, 1, "found '\u{1B}[2J\n'")])
    #expect(text == "a.yaml:1:1: error: found '\u{FFFD}[2J\u{FFFD}'\n    a\u{FFFD}[31m\u{FFFD}\u{FFFD}\u{FFFD}\n    ^\n")
}

@Test func fiftyDiagnosticsAreShownAndTheRestCounted() {
    let text = rendered("", (1...53).map { ($0, 1, "wrong") })
    #expect(text.split(separator: "\n").count == 51)
    #expect(text.hasSuffix("… and 3 more\n"))
}

@Test func placesBeyondTheTextAreShownWithoutALine() {
    #expect(rendered("a", [(9, 9, "wrong")]) == "a.yaml:9:9: error: wrong\n")
    #expect(rendered("a", [(1, 9, "wrong")]) == "a.yaml:1:9: error: wrong\n    a\n     ^\n")
}

@Test func linesEndAtEveryKindOfBreak() {
    let file = SourceFile(path: "a", bytes: Array("a\nb\r\nc\rd\n".utf8))
    #expect((0...6).map { file.line($0) } == [nil, "a", "b", "c", "d", "", nil])
}

@Test func warningsTakeNoRoomFromErrors() {
    var log = DiagnosticLog()
    let file = log.add(SourceFile(path: "a.yaml", bytes: []))
    for line in 1...60 {
        let severity = line > 55 ? Diagnostic.Severity.error : .warning
        log.report(Diagnostic(severity, "wrong", at: Position(file: file, line: line, column: 1)))
    }
    let text = log.rendered()
    #expect(text.split(separator: "\n").filter { $0.contains("error: ") }.count == 5)
    #expect(text.hasSuffix("a.yaml:60:1: error: wrong\n… and 10 more\n"))
}

@Test func colorsSurroundPlacesLabelsAndCarets() {
    var log = DiagnosticLog()
    let file = log.add(SourceFile(path: "a", bytes: Array("b".utf8)))
    log.report(Diagnostic(.error, "wrong", at: Position(file: file, line: 1, column: 1)))
    let escape = "\u{1B}["
    #expect(
        log.rendered(isColored: true)
            == "\(escape)1ma:1:1:\(escape)0m \(escape)1;31merror:\(escape)0m wrong\n    b\n    \(escape)1;32m^\(escape)0m\n")
}
