#if StatusService
internal import GRDB

/// How long a process waits for another one that is writing, in seconds.
private let patience = 30.0

func openPool(path: String) throws -> DatabasePool {
    var configuration = Configuration()
    configuration.label = "lambda-status"
    configuration.busyMode = .timeout(patience)
    let pool = try DatabasePool(path: path, configuration: configuration)
    // The pool itself chooses NORMAL, under which a power cut may undo the last commits.
    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    return pool
}
#endif
