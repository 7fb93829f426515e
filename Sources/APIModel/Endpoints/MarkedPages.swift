extension PageFinder {
    /// Returns the pages of an operation whose parameter and properties have the marks of Stainless's generator.
    func marked(in endpoint: Endpoint) -> PagesDescription? {
        let marks = endpoint.parameters.compactMap { parameter in
            parameter.parameter.pagePurpose.map { ($0, parameter.parameter.name) }
        }
        let parameters = Dictionary(marks) { first, _ in first }
        let properties = markedProperties(of: endpoint)
        let style: PagesDescription.Style
        if let parameter = parameters["next_cursor_param"], let next = properties["next_cursor_field"] {
            style = .cursor(parameter: parameter, next: next)
        } else if let parameter = parameters["offset_count_param"] {
            style = .offset(parameter: parameter)
        } else if let parameter = parameters["page_number_param"] {
            style = .page(parameter: parameter)
        } else if let next = properties["next_url_field"] {
            style = .url(next: next)
        } else {
            return nil
        }
        let total = parameters["page_number_param"] == nil ? "offset_count_total_field" : "total_page_count_field"
        return PagesDescription(style, items: properties["items"], total: properties[total], at: nil)
    }

    /// The paths of the marked properties, by their purposes, in the response and in the objects inside of it.
    private func markedProperties(of endpoint: Endpoint) -> [String: [String]] {
        guard let response = try? response(of: endpoint) else { return [:] }
        var found: [String: [String]] = [:]
        var open: [(path: [String], type: TypeReference)] = [([], response.type)]
        for _ in 0..<3 {
            var inner: [(path: [String], type: TypeReference)] = []
            for (path, type) in open {
                for property in structure(type)?.properties ?? [] {
                    let path = path + [property.wireName]
                    if let purpose = schemas[property.schema].annotations.pagePurpose, found[purpose] == nil {
                        found[purpose] = path
                    }
                    inner.append((path, expanded(property.type)))
                }
            }
            open = inner
        }
        return found
    }
}
