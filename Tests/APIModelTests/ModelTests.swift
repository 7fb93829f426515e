import Testing

/// Small documents and the models that they must become: `Cases/FOLDER/NAME.yaml` with `NAME.txt` beside it.
@Suite struct ModelTests {
    @Test(arguments: ModelCase.all) func documentBecomesItsModel(_ case: ModelCase) throws {
        guard let rule = missingRules[`case`.name] else { return try compare(`case`) }
        withKnownIssue(Comment(rawValue: rule)) { try compare(`case`) }
    }

    private func compare(_ case: ModelCase) throws {
        let expected = try `case`.expected
        #expect(!expected.isEmpty, "the expected text has no section")
        let model = Model(try `case`.document, path: `case`.name + ".yaml")
        for section in expected {
            let difference = model.lines(of: section.name).difference(from: section.lines)
            if !difference.isEmpty { Issue.record("\(section.name):\n\(difference.text)") }
        }
    }

    @Test func everyModelHasADocument() {
        #expect(ModelCase.all.count > 40)
        #expect(ModelCase.modelsWithoutDocument == [])
        #expect(Set(missingRules.keys).isSubset(of: ModelCase.all.map(\.name)))
    }
}

/// The rules that the model does not follow yet, by the case that shows them.
private let missingRules = [
    "Types/integers": "no bound is too large or too small"
]

extension CollectionDifference<String> {
    /// The lines that the model lacks, then those that it should not have.
    fileprivate var text: String {
        (removals + insertions).map { change in
            switch change {
            case .remove(_, let line, _): "- " + line
            case .insert(_, let line, _): "+ " + line
            }
        }.joined(separator: "\n")
    }
}
