public import APIRuntime
public import NotesModels

/// Knows one note.
public struct NoteService: Notes.Server {
    public init() {}

    public func note(id: Int) async throws -> Notes.Note {
        guard id == 1 else { throw Notes.NoteError.notFound(Notes.Problem(title: "no note \(id)")) }
        return Notes.Note(text: "Buy bread", colour: .yellow)
    }

    public func problem(describing failure: RequestFailure) -> Notes.Problem {
        Notes.Problem(title: failure.message)
    }
}
