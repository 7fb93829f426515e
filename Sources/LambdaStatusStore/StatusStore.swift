#if StatusService
/// The database of the status service: lambda instances, and the tokens that give access to them.
///
/// What a call has returned from writing survives the end of the process and of the machine.
package protocol StatusStore: Sendable {
    /// The lambda instance with the uuid, if there is one.
    func instance(uuid: Int) async throws -> Instance?

    /// Every lambda instance, by ascending id.
    func instances() async throws -> [Instance]

    /// Some of the lambda instances, by ascending id.
    ///
    /// - Parameters:
    ///   - limit: The greatest number of instances.
    ///   - offset: How many instances are left out before them.
    func instances(limit: Int, offset: Int) async throws -> [Instance]

    /// Adds a lambda instance; the uuid after the greatest one (or the least positive one that is free, if there is none after it), the
    /// default name and the default status replace what is not given.
    ///
    /// - Throws: ``StoreError/uuidTaken(_:)``.
    @discardableResult
    func addInstance(uuid: Int?, name: String?, status: InstanceStatus?) async throws -> Instance

    /// Adds a lambda instance with its id, in place of one with its uuid.
    func put(_ instance: Instance) async throws

    /// Changes the status of a lambda instance.
    ///
    /// - Throws: ``StoreError/noInstance(uuid:)``.
    func setStatus(_ status: InstanceStatus, ofInstance uuid: Int) async throws

    /// The id of the token, if the database knows it.
    func tokenID(of token: String) async throws -> Int?

    /// Adds a token that exists already, unless the database knows it.
    func add(_ token: String, label: String) async throws

    /// Every token, by ascending id.
    func tokens() async throws -> [Token]

    /// Takes a token out, so that it gives access to nothing any more.
    ///
    /// - Throws: ``StoreError/noToken(id:)``.
    func revokeToken(id: Int) async throws

    /// Returns what keeps the database from being used, or `nil` if all is well.
    func problem() async -> String?

    /// Finishes what is under way and gives the database back.
    func close() async throws
}

extension StatusStore {
    /// The lambda instances of one page, by ascending id; nil if the page lies after the last one, which exists even
    /// when it is empty.
    ///
    /// - Parameters:
    ///   - limit: How many instances a page holds, positive.
    ///   - page: The page's number, counted from 1.
    package func instances(limit: Int, page: Int) async throws -> [Instance]? {
        let (offset, overflow) = (page - 1).multipliedReportingOverflow(by: limit)
        guard !overflow else { return nil }
        let found = try await instances(limit: limit, offset: offset)
        return found.isEmpty && page > 1 ? nil : found
    }

    /// Draws a new token, adds it and returns it; it cannot be read again.
    package func addToken(label: String) async throws -> String {
        let token = randomToken()
        try await add(token, label: label)
        return token
    }

    /// Makes the example of the page that describes the status call true: its instance and its token.
    package func seedDemo() async throws {
        try await add(demoToken, label: "demo")
        try await put(Instance(id: 14, uuid: 3, name: "Lambda Instance 2", status: .started))
    }
}

/// The token in the curl line of the page that describes the status call.
package let demoToken = "tJ3b3f32f23ceuqdoS_TH7m0d6yxmlWL1r2ralKcttY"

/// Opens a database, creating its tables or bringing them up to date where needed.
///
/// - Parameter location: The path of a file of SQLite, or a URL that begins with `postgres://` or `postgresql://`.
/// - Throws: An error if the database cannot be opened, or if the package trait for it is not enabled.
package func openStore(at location: String) async throws -> any StatusStore {
    guard ["postgres://", "postgresql://"].contains(where: location.hasPrefix) else { return try SQLiteStore(path: location) }
    #if PostgreSQL
    return try await PostgreSQLStore(url: location)
    #else
    throw StoreError.withoutPostgreSQL
    #endif
}

/// A request to the store that the database's content does not allow.
package enum StoreError: Error, Equatable, CustomStringConvertible {
    case uuidTaken(Int)
    case noInstance(uuid: Int)
    case noToken(id: Int)
    /// The program was built without the package trait `PostgreSQL`.
    case withoutPostgreSQL

    package var description: String {
        switch self {
        case .uuidTaken(let uuid): "there already is a lambda instance with the uuid \(uuid)"
        case .noInstance(let uuid): "there is no lambda instance with the uuid \(uuid)"
        case .noToken(let id): "there is no token with the id \(id)"
        case .withoutPostgreSQL: "the program was built without the package trait PostgreSQL"
        }
    }
}
#endif
