extension PageFinder {
    /// Returns the pages of an operation that nothing describes, where names leave no doubt.
    ///
    /// It has an optional parameter in the query and a property beside the only array of the response, both strings with names that
    /// belong together.
    func recognized(in endpoint: Endpoint) -> PagesDescription? {
        guard endpoint.operation.method == "GET", let response = try? response(of: endpoint),
            let properties = structure(response.type)?.properties, (try? items(nil, of: response)) != nil
        else { return nil }
        for parameter in endpoint.parameters where parameter.parameter.location == .query && isOptionalString(parameter.type) {
            guard let names = cursorNames[parameter.parameter.name] else { continue }
            if let next = properties.first(where: { names.contains($0.wireName) && expanded($0.type).unwrapped == .string }) {
                return PagesDescription(
                    .cursor(parameter: parameter.parameter.name, next: [next.wireName]), items: nil, at: nil)
            }
        }
        return nil
    }

    private func isOptionalString(_ type: TypeReference) -> Bool {
        type.isOptional && expanded(type).unwrapped == .string
    }
}

/// The properties of a response that hold the value of a parameter for the next page.
private let cursorNames: [String: Set<String>] = [
    "cursor": ["next_cursor", "nextCursor"],
    "page_token": ["next_page_token", "nextPageToken"],
    "pageToken": ["next_page_token", "nextPageToken"],
]
