import APIModel

extension Comparison {
    /// Compares the links of a response by their names.
    func compareLinks(_ before: ResolvedResponse, _ after: ResolvedResponse, of pair: OperationPair, at place: [Sentence.Part]) {
        for link in before.links {
            guard let other = after.links.first(where: { $0.name == link.name }) else {
                recorder.add(
                    .linkRemoved, pair.subject, at: place, name: link.name, from: link.position, to: after.position,
                    in: pair.ofResponses)
                continue
            }
            guard link.text != other.text else { continue }
            recorder.add(
                .linkChanged, pair.subject, at: place, name: link.name, old: link.text, new: other.text, from: link.position,
                to: other.position, in: pair.ofResponses)
        }
        for link in after.links where !before.links.contains(where: { $0.name == link.name }) {
            recorder.add(
                .linkAdded, pair.subject, at: place, name: link.name, from: before.position, to: link.position,
                in: pair.ofResponses)
        }
    }
}

extension ResolvedLink {
    /// The request that the link describes, such as `getUser(id: "$response.body#/owner")`.
    fileprivate var text: String {
        var arguments = parameters.sorted { $0.name < $1.name }.map { "\($0.name): \($0.value.value.compactText)" }
        if let requestBody { arguments.append("body: \(requestBody.value.compactText)") }
        let target = operationID ?? operationReference ?? ""
        return "\(target)(\(arguments.joined(separator: ", ")))" + (server.map { " at \($0.template)" } ?? "")
    }
}
