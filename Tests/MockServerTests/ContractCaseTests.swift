#if Mock
import APIModel
import APIRuntime
import ApigenCommand
import Diagnostics
import MockServer
import Testing

/// How responses are judged, each sent by a server on a socket.
struct ContractCaseTests {
    @Test func thereAreCases() {
        #expect(ContractCase.all.count >= 35)
    }

    @Test(.timeLimit(.minutes(1)), arguments: ContractCase.all)
    func responseIsJudgedByTheDocument(_ example: ContractCase) async throws {
        let reports = try await withServer(of: { _ in example }) { url in
            var options = ContractOptions(serverURL: url)
            options.credentials = example.credentials
            options.timeout = .milliseconds(500)
            options.maximumResponseBytes = 1_000
            return try await runTest(options) { $0 == example.operation }.reports
        }
        let report = try #require(reports.first)
        #expect(reports.count == 1)
        let found = report.outcome.lines
        #expect(found.count == example.expected.count, "\(found)")
        for (line, expected) in zip(found, example.expected) {
            #expect(line.matches(expected), "\(line) is not \(expected)")
        }
    }
}

/// Tests the operations of a document.
func runTest(
    _ options: ContractOptions, document: String = ContractCase.document, through transport: any ClientTransport = httpTransport(),
    where isSelected: (String) -> Bool = { _ in true }
) async throws -> (reports: [ContractReport], summary: ContractSummary) {
    var log = DiagnosticLog()
    let source = log.add(SourceFile(path: "api.yaml", bytes: Array(document.utf8)))
    let api = try #require(model(of: source, options: GenerationOptions(), log: &log), "\(log.rendered())")
    let test = ContractTest(
        api, options, transport: transport, isConnectionFailure: isConnectionFailure,
        pointer: { [log] in log.pointer(to: $0) })
    var reports: [ContractReport] = []
    let summary = await test.run(where: { isSelected($0.operationID ?? "") }, report: { reports.append($0) })
    return (reports, summary)
}

extension ContractReport.Outcome {
    /// The name of the outcome, and its reasons.
    var lines: [String] {
        switch self {
        case .passed: ["passed"]
        case .unsuccessful(let reason): ["unsuccessful", reason]
        case .failed(let reasons): ["failed"] + reasons
        case .notCalled(let reason): ["not called", reason]
        }
    }
}

extension String {
    /// Whether the text is a pattern's, in which an asterisk stands for any text.
    fileprivate func matches(_ pattern: String) -> Bool {
        guard let star = pattern.firstIndex(of: "*") else { return self == pattern }
        return hasPrefix(pattern[..<star]) && hasSuffix(pattern[pattern.index(after: star)...])
    }
}
#endif
