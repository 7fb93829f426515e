#if StatusService
import Foundation
import Testing

/// The kinds of databases that the service can use.
enum Database: String, Sendable, CustomTestStringConvertible {
    case sqlite = "SQLite"
    case postgreSQL = "PostgreSQL"

    /// Those that can be tried here.
    static var all: [Database] { PostgreSQLServer.isInstalled ? [.sqlite, .postgreSQL] : [.sqlite] }

    var testDescription: String { rawValue }

    /// Creates an empty database, and returns its location.
    ///
    /// - Parameter folder: The folder of a database that is a file.
    func create(in folder: Folder) throws -> String {
        switch self {
        case .sqlite: folder.file(UUID().uuidString + ".sqlite")
        case .postgreSQL: try PostgreSQLServer.shared().createDatabase()
        }
    }
}
#endif
