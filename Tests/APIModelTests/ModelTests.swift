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
    "Defaults/every-kind": "defaults of dates, times, UUIDs, decimals, bytes, objects and arrays of them are applied",
    "Discriminators/booleans-and-numbers": "a constant is the default of its member; a component's name is no number",
    "Discriminators/constants-then-names": "a constant is the default of its member",
    "Discriminators/nested": "a constant is the default of its member; a component's name is a value only if the member can hold it",
    "Discriminators/that-cannot-decide": "a constant is the default of its member",
    "Members/constants": "a constant is the default of its member",
    "Members/required-without-property": "a required name without a property is a member",
    "Members/tightest-bounds": "of an inclusive and an exclusive bound the tighter holds; bounds beside a type do not take it away",
    "Members/two-unions": "the members of a second union are optional ones",
    "Messages/plain-text": "text/plain has the type of its schema",
    "Names/case-by-words": "case is judged by the whole word",
    "Names/components-name-their-types": "components name their types",
    "Names/enum-names-and-duplicates": "a dropped value takes its name with it",
    "Names/explicit-operation-ids-first": "explicit operationIds claim their names first",
    "Names/types-and-members-without-case": "a type and a member never have the same name",
    "Null/bodies": "an optional body can be null",
    "Null/lists-of-swagger": "Swagger 2.0 has lists of types",
    "Null/what-all-parts-say": "null is a value only if all parts allow it",
    "Types/cycles-of-parts": "a cycle of parts is reported",
    "Types/encoded-text": "base64url is an encoding",
    "Types/integers": "no bound is too large or too small",
    "Types/other-members": "unevaluatedProperties does not close what a part describes",
    "Discriminators/optional-constants": "a constant is the default of its member",
    "Discriminators/subtypes-by-name": "a constant is the default of its member",
    "Unions/events-with-shared-fields": "events that share fields are told apart by the whole event",
    "Unions/events": "a constant is the default of its member",
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
