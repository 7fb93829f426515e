import APIRuntime
import Lambda

/// A service with one instance, number 3, and one token.
struct Service: Lambda.Server {
    struct User: Sendable {
        let name: String
    }

    typealias Principal = User

    func token(_ credential: APIKeyCredential) async throws -> User? {
        credential.value == "Token valid" ? User(name: "token") : nil
    }

    func authenticationHeader(_ credential: APIKeyCredential) async throws -> User? {
        credential.value == "Token valid" ? User(name: "authentication") : nil
    }

    func apiKeyHeader(_ credential: APIKeyCredential) async throws -> User? {
        credential.value == "valid" ? User(name: "api key") : nil
    }

    func authentication(principal: User) async throws -> Lambda.AuthenticationResult {
        Lambda.AuthenticationResult(result: .success)
    }

    func lambdaInstanceList(pagination: Lambda.Pagination?, principal: User) async throws -> Lambda.LambdaInstanceListResponse {
        if let pagination, pagination.page > 1 { throw Lambda.LambdaInstanceListError.notFound(failure("No such page", 404)) }
        return Lambda.LambdaInstanceListResponse(data: [Lambda.LambdaInstance(name: "Lambda Instance 2", uuid: 3, id: 14)])
    }

    func lambdaInstanceStatus(uuid: Int, principal: User) async throws -> Lambda.LambdaInstanceStatusResponse {
        switch uuid {
        case 3:
            Lambda.LambdaInstanceStatusResponse(
                data: Lambda.LambdaInstanceWithStatus(name: "Lambda Instance 2", uuid: 3, id: 14, status: .started))
        case 4:
            Lambda.LambdaInstanceStatusResponse(
                data: Lambda.LambdaInstanceWithStatus(uuid: 4, id: 15, status: .unknown("HIBERNATING")))
        case 5: throw Unexpected()
        default: throw Lambda.LambdaInstanceStatusError.notFound(failure("No such instance", 404))
        }
    }

    func errorBody(describing failure: RequestFailure) -> Lambda.Errors {
        self.failure(failure.message, failure.status)
    }

    private func failure(_ message: String, _ status: Int) -> Lambda.Errors {
        Lambda.Errors(errors: [Lambda.ErrorItem(message: message, code: status, details: "refused")])
    }
}

/// Something that no document speaks of.
struct Unexpected: Error {
    let secret = "the database's password"
}
