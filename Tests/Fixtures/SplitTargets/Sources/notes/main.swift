import APIRuntime
import APIRuntimeTesting
import NotesClient
import NotesModels
import NotesServer

let client = Notes.Client(serverURL: "http://localhost", transport: InProcessTransport(NoteService().router()))
print(try await client.note(id: 1).text)
do {
    _ = try await client.note(id: 2)
} catch {
    switch error {
    case .notFound(let problem, _): print(problem.title)
    case .failed(let failure): print(failure)
    }
}
