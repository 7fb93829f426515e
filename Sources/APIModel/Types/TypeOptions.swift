/// What was chosen about the types of a document.
package struct TypeOptions: Sendable {
    package var formats: FormatTypes
    /// Whether structs and enums of alternatives can be compared and hashed.
    package var isHashable = true
    /// Whether objects keep the members that the document does not describe.
    package var keepsUnknownMembers = false
    package var conformances: [ChosenConformances] = []

    package init(formats: FormatTypes = FormatTypes()) {
        self.formats = formats
    }

    /// What is found by its name in generated code, which no type of the document is to hide.
    package var names: Set<String> {
        formats.names.union(conformances.flatMap(\.protocols).map { String($0.prefix { $0 != "." }) })
    }
}
