import APIModel
import OpenAPI
import Trial

/// The program that compares the generated types of a document with the author's schemas.
///
/// - Parameter hasSchemas: whether the generated code has schemas of its own to check values against.
func judgeProgram(for document: OpenAPIDocument, _ api: API, hasSchemas: Bool) -> String {
    """
    import AgreementJudge
    import APIRuntime
    import Foundation

    let drivers: [TypeDriver] = \(DriverText(document, api).drivers())

    let oracle = Dictionary(
        uniqueKeysWithValues: Direction.allCases.compactMap { direction in
            (try? String(contentsOfFile: direction.rawValue + ".json", encoding: .utf8)).map { (direction, $0) }
        })
    var judge = Judge(drivers, oracle: oracle, validator: \(hasSchemas ? "\(api.namespace.spelling).schemas" : "nil"))
    for line in try String(contentsOfFile: "trials.tsv", encoding: .utf8).split(separator: "\\n") {
        guard let trial = Trial(line: line) else { continue }
        try judge.judge(trial)
    }
    for finding in judge.findings { print(finding) }
    print(judge.tally)
    """
}
