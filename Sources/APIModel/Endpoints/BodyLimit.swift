extension EndpointBody {
    /// The greatest number of bytes of a valid body; nil where the schemas leave it open.
    ///
    /// The `maxLength` of bytes counts bytes (OpenAPI 3.1.1, Working with Binary Data). That of a text counts characters of four bytes at
    /// most. JSON can have any amount of white space.
    package func maximumBytes(in schemas: SchemaGraph) -> Int? {
        var limit = 0
        for representation in content.flatMap(\.representations) {
            guard let most = representation.maximumBytes(in: schemas) else { return nil }
            limit = max(limit, most)
        }
        return limit
    }
}

extension Representation {
    fileprivate func maximumBytes(in schemas: SchemaGraph) -> Int? {
        guard let form = schema.map({ schemas.form($0) }), let length = form.counts[.maxLength], length > 0 else { return nil }
        switch mediaType.coding {
        case .bytes: return length
        case .text where form.kinds == .string:
            let (bytes, overflows) = length.multipliedReportingOverflow(by: 4)
            return overflows ? nil : bytes
        default: return nil
        }
    }
}
