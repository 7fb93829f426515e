package import OpenAPI

extension Operation {
    /// Method and path, such as `POST /pets`.
    package var label: String { method.rawValue + " " + path }

    /// The schema of the request body; nil where it is not JSON alone.
    package var jsonRequest: SchemaID? {
        guard let content = requestBody?.content, content.count == 1, content[0].isJSON else { return nil }
        return content[0].schema
    }

    /// The status and schema of the first response of a success, where that is JSON alone and no header is required.
    package var jsonResponse: (status: Int, schema: SchemaID)? {
        guard let response = responses.first(where: { $0.status.isSuccess }), response.content.count == 1,
            response.content[0].isJSON,
            !response.headers.contains(where: \.isRequired), let schema = response.content[0].schema
        else { return nil }
        guard case .code(let status) = response.status else { return (200, schema) }
        return (status, schema)
    }
}

extension MediaType {
    fileprivate var isJSON: Bool { name == "application/json" }
}
