extension Endpoint {
    /// The client's function with its labels, as documentation names it.
    package var clientFunction: String {
        let labels =
            labels.map(\.name) + (body?.mediaTypes == nil ? [] : ["mediaType"])
            + (clientChoosesResponse ? ["accept"] : [])
        return "\(name.name)(\(labels.map { $0 + ":" }.joined()))"
    }
}
