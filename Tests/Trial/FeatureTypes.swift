package import APIModel

extension TypeOptions {
    /// What is chosen about the types of a document of `Specs/Features`.
    ///
    /// - Parameter file: The file name of the document.
    package init(ofFeature file: String) {
        self.init(formats: FormatTypes(prefersFoundation: file == "app-types.yaml"))
        guard file == "app-types.yaml" else { return }
        keepsUnknownMembers = true
        conformances = [ChosenConformances(pattern: "*Event", protocols: ["CustomStringConvertible"])]
    }
}
