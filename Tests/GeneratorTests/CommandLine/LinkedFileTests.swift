import Testing

/// Which files a document may refer to.
struct LinkedFileTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.write(petDocument.replacing("#/components/schemas/Pet", with: "../shared/pet.yaml"), to: "work/api/pets.yaml")
        try folder.write("type: object\nproperties: {name: {type: string}}\n", to: "work/shared/pet.yaml")
        try folder.write("", to: "elsewhere/kept")
    }

    @Test func filesBelowTheCurrentFolderAreRead() throws {
        #expect(try apigen(in: folder, "api/pets.yaml", from: "work").status == 0)
    }

    @Test func filesOfTheDocumentsPackageAreRead() throws {
        try folder.write("", to: "work/Package.swift")
        #expect(try apigen(in: folder, folder.path + "/work/api/pets.yaml", from: "elsewhere").status == 0)
    }

    @Test func otherFilesAreReadOnlyWhenAllowed() throws {
        let document = folder.path + "/work/api/pets.yaml"
        let outcome = try apigen(in: folder, document, from: "elsewhere")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("error: file '../shared/pet.yaml' is outside the document's folder"))
        #expect(try apigen(in: folder, document, "--allow-parent-folders", from: "elsewhere").status == 0)
    }

    @Test func aSymbolicLinkLeadsNowhereElse() throws {
        try folder.write("type: object\n", to: "elsewhere/pet.yaml")
        try folder.remove("work/shared/pet.yaml")
        try folder.link("work/shared/pet.yaml", to: "../../elsewhere/pet.yaml")
        let outcome = try apigen(in: folder, "api/pets.yaml", from: "work")
        #expect(outcome.errors.contains("is outside the document's folder"))
    }

    @Test func aFileThatIsMissingOutsideIsNotToldFromOneThatIsThere() throws {
        try folder.remove("work/shared/pet.yaml")
        let outside = try apigen(in: folder, folder.path + "/work/api/pets.yaml", from: "elsewhere")
        #expect(outside.errors.contains("is outside the document's folder"))
        let inside = try apigen(in: folder, "api/pets.yaml", from: "work")
        #expect(inside.errors.contains("there is no file '../shared/pet.yaml'"))
    }
}
