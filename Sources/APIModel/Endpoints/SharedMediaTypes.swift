/// Merges the enums of the media types that callers may ask for where they have the same cases.
///
/// As with errors, the first operation in document order declares the enum, and each other one gets a type alias for it, so that
/// adding or removing operations never changes a name that callers write.
func sharingAcceptedTypes(of endpoints: [Endpoint]) -> [Endpoint] {
    var originals: [[String]: Identifier] = [:]
    var shared: Set<Identifier> = []
    var endpoints = endpoints
    for index in endpoints.indices {
        guard case .listed(var listed)? = endpoints[index].accept else { continue }
        let original = originals[listed.key] ?? listed.name
        originals[listed.key] = original
        if original == listed.name { continue }
        shared.insert(original)
        listed.original = original
        endpoints[index].accept = .listed(listed)
    }
    for index in endpoints.indices {
        guard case .listed(var listed)? = endpoints[index].accept, shared.contains(listed.name) else { continue }
        listed.isShared = true
        endpoints[index].accept = .listed(listed)
    }
    return endpoints
}

extension MediaTypeEnum {
    /// What must be equal for two enums to be one.
    fileprivate var key: [String] {
        cases.flatMap { [$0.name.name, $0.mediaType] } + (otherCase.map { [$0.name] } ?? [])
    }
}
