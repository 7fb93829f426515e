extension EndpointBuilder {
    /// How callers choose between the media types of what an operation returns; nil where they cannot.
    ///
    /// A component that has all of them names the enum, which the operations that return it share.
    func accept(of operation: ResolvedOperation, _ outcomes: [Outcome], _ typeName: Identifier) -> MediaTypeChoice? {
        let successes = operation.successes.map { outcomes[$0] }
        guard successes.contains(where: { leavesChoice($0.contents) }) else { return nil }
        let all = identities(of: successes.flatMap(\.contents))
        let shared = successes.lazy.filter { self.identities(of: $0.contents) == all }.compactMap {
            self.sharedAccept(of: $0.response)
        }
        return shared.first
            ?? choice(
                among: successes.flatMap(\.contents), named: TypeName(typeName).appending("Accept"), ofComponent: nil)
    }

    /// How callers choose between the media types of a response that is a component; nil for others.
    func sharedAccept(of response: ResolvedResponse) -> MediaTypeChoice? {
        let key = ComponentTypes.Key(response.definition, response.representations)
        if let known = components.accepts[key] { return known }
        guard let made = components.responses[key], leavesChoice(made.contents) else { return nil }
        let choice = choice(
            among: made.contents, named: made.typeName.appending("Accept"), ofComponent: response.componentName)
        components.accepts[key] = choice
        return choice
    }

    private func leavesChoice(_ contents: [Content]) -> Bool {
        contents.count > 1 || contents.contains(where: \.hasSeveralMediaTypes)
    }

    private func identities(of contents: [Content]) -> Set<String> {
        Set(contents.flatMap(\.representations).map(\.mediaType.identity))
    }

    /// Media types that have cases in the enum of the contents come first, so that they have the same names in both.
    private func choice(
        among contents: [Content], named typeName: TypeName, ofComponent componentName: String?
    ) -> MediaTypeChoice? {
        var known: Set<String> = []
        let representations = (contents.map(\.representation) + contents.flatMap(\.synonyms)).filter {
            known.insert($0.mediaType.identity).inserted
        }
        let range = representations.first(where: \.mediaType.isRange)
        guard representations.count > 1 || range != nil else { return nil }
        var scope = NameScope(.contents)
        let cases = zip(claim(representations, in: &scope), representations).filter { !$1.mediaType.isRange }.map {
            (name: $0, mediaType: $1.mediaType.text)
        }
        if cases.isEmpty { return range.map { .text(default: $0.mediaType.defaultMediaType) } }
        let other = range.map { _ in scope.claim(Identifier(memberFrom: "other")) }
        return .listed(
            MediaTypeEnum(
                name: types.claim(typeName, else: "MediaType"), componentName: componentName, cases: cases, otherCase: other))
    }
}
