extension API {
    /// Returns the API with only some of its operations in ``interfaces``, and everything else as it is.
    package func keepingOperations(where isKept: (Endpoint) -> Bool) -> API {
        var api = self
        api.interfaces = interfaces.map { interface in
            var interface = interface
            interface.endpoints.removeAll { !isKept($0) }
            interface.groups = interface.groups.compactMap { group in
                var group = group
                group.endpoints.removeAll { !isKept($0) }
                return group.endpoints.isEmpty ? nil : group
            }
            return interface
        }
        return api
    }
}
