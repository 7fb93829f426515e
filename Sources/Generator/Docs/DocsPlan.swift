import APIModel

/// A page for each operation that is not internal.
func planDocs(_ api: API, _ folders: Folders) -> [FilePlan] {
    []
}
