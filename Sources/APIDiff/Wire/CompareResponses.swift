import APIModel
import Diagnostics

extension Comparison {
    mutating func compareResponses(_ pair: OperationPair) {
        let successes = pair.old.successes
        for (index, response) in pair.old.responses.enumerated() {
            let isSuccess = successes.contains(index)
            let others = pair.new.responses(after: response, isSuccess: isSuccess, of: pair.old)
            for other in others { compare(response, other, of: pair) }
            guard others.isEmpty else { continue }
            recorder.add(
                isSuccess ? .successResponseRemoved : .errorResponseRemoved, pair.subject,
                at: [.words("response "), .value(response.status.text)], from: response.position, to: pair.new.position,
                in: pair.ofResponses)
        }
        for response in pair.new.responses where !pair.old.responses.contains(where: { $0.status == response.status }) {
            recorder.add(
                .responseAdded, pair.subject, at: [.words("response "), .value(response.status.text)], from: pair.old.position,
                to: response.position, in: pair.ofResponses)
        }
    }

    private mutating func compare(_ before: ResolvedResponse, _ after: ResolvedResponse, of pair: OperationPair) {
        let place: [Sentence.Part] = [.words("response "), .value(before.status.text)]
        compareFields(
            before.headers.filter(\.isSent), after.headers.filter(\.isSent), in: pair.ofResponses, of: pair,
            at: (before.position, after.position)
        ) { header in
            [.words("header field "), .value(header.name), .words(" of the ")] + place
        }
        compareLinks(before, after, of: pair, at: place)
        let body: [Sentence.Part] = [.words("body of the ")] + place
        func add(_ rule: Rule) {
            recorder.add(rule, pair.subject, at: body, from: before.position, to: after.position, in: pair.ofResponses)
        }
        switch (before.representations.isEmpty, after.representations.isEmpty) {
        case (true, true): break
        case (true, false): add(.bodyAdded)
        case (false, true): add(.bodyRemoved)
        case (false, false):
            compareContent(
                before.representations, after.representations, in: pair.ofResponses, of: pair, at: body, from: before.position,
                to: after.position)
        }
    }
}

extension ResolvedOperation {
    /// Returns the responses that callers receive where they received another one before; none if it was removed.
    ///
    /// A success can be covered by a range, as `200` is by `2XX`, or be one of those that a range covered before.
    ///
    /// - Parameter older: The operation that has the other response.
    fileprivate func responses(
        after response: ResolvedResponse, isSuccess: Bool, of older: ResolvedOperation
    ) -> [ResolvedResponse] {
        if let same = responses.first(where: { $0.status == response.status }) { return [same] }
        guard isSuccess else { return [] }
        let candidates = successes.map { responses[$0] }
        if let wider = candidates.first(where: { $0.status.includes(response.status) }) { return [wider] }
        return candidates.filter { candidate in
            response.status.includes(candidate.status) && !older.responses.contains { $0.status == candidate.status }
        }
    }
}

extension StatusPattern {
    /// Whether it is a pattern for several statuses, among them all of another one.
    fileprivate func includes(_ other: StatusPattern) -> Bool {
        switch (self, other) {
        case (.range(let first), .code(let code)): code / 100 == first
        case (.default, .code), (.default, .range): true
        default: false
        }
    }
}
