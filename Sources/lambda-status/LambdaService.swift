#if StatusService
import APIRuntime
import HTTPTypes
import Lambda
import LambdaStatusStore

/// The operations of `Specs/lambda.yaml`, implemented with the database.
struct LambdaService: Lambda.Server {
    let store: any StatusStore

    /// The principal of a request: a token in the database.
    struct KnownToken {
        let id: Int
    }

    func token(_ credential: APIKeyCredential) async throws -> KnownToken? {
        try await known(tokenOfScheme(credential.value))
    }

    func authenticationHeader(_ credential: APIKeyCredential) async throws -> KnownToken? {
        try await known(tokenOfScheme(credential.value))
    }

    func apiKeyHeader(_ credential: APIKeyCredential) async throws -> KnownToken? {
        try await known(credential.value)
    }

    func authentication(principal: KnownToken) async throws -> Lambda.AuthenticationResult {
        Lambda.AuthenticationResult(result: .success)
    }

    func lambdaInstanceList(
        pagination: Lambda.Pagination?, principal: KnownToken
    ) async throws -> Lambda.LambdaInstanceListResponse {
        guard let pagination else { return try await list(store.instances()) }
        guard let page = Page(pagination) else {
            throw Lambda.LambdaInstanceListError.badRequest(
                Lambda.Errors(400, "limit and page must be between 1 and \(Page.greatest)"))
        }
        guard let instances = try await store.instances(limit: page.limit, page: page.number) else {
            throw Lambda.LambdaInstanceListError.notFound(Lambda.Errors(404, "The list has no page \(page.number)"))
        }
        return list(instances)
    }

    func lambdaInstanceStatus(uuid: Int, principal: KnownToken) async throws -> Lambda.LambdaInstanceStatusResponse {
        guard let instance = try await store.instance(uuid: uuid) else {
            throw Lambda.LambdaInstanceStatusError.notFound(.noInstance)
        }
        return Lambda.LambdaInstanceStatusResponse(
            data: Lambda.LambdaInstanceWithStatus(
                name: instance.name, uuid: instance.uuid, id: instance.id,
                status: Lambda.Status(rawValue: instance.status.rawValue)))
    }

    func errorBody(describing failure: RequestFailure) -> Lambda.Errors {
        switch failure.kind {
        case .unauthorized: Lambda.Errors(401, "Invalid token")
        // The API's documentation requires 404 for a path parameter that is not a UUID.
        case .invalidPathParameter: .noInstance
        default: Lambda.Errors(failure.status, failure.message)
        }
    }
}

extension LambdaService {
    private func known(_ token: String?) async throws -> KnownToken? {
        guard let token else { return nil }
        return try await store.tokenID(of: token).map(KnownToken.init)
    }

    private func list(_ instances: [Instance]) -> Lambda.LambdaInstanceListResponse {
        Lambda.LambdaInstanceListResponse(
            data: instances.map { Lambda.LambdaInstance(name: $0.name, uuid: $0.uuid, id: $0.id) })
    }
}

/// Returns the token after the word `Token` in a header field. The case of the word does not matter (RFC 9110, section 11.1).
private func tokenOfScheme(_ value: String) -> String? {
    let words = value.split(separator: " ")
    guard words.count == 2, words[0].lowercased() == "token" else { return nil }
    return String(words[1])
}

/// A page within the limits of the OpenAPI document.
private struct Page {
    static let greatest = 2_147_483_647
    let limit: Int
    let number: Int

    init?(_ pagination: Lambda.Pagination) {
        let allowed = 1...Self.greatest
        guard allowed ~= pagination.limit, allowed ~= pagination.page else { return nil }
        limit = pagination.limit
        number = pagination.page
    }
}

extension Lambda.Errors {
    fileprivate static let noInstance = Lambda.Errors(404, "Lambda instance not found")

    fileprivate init(_ code: Int, _ message: String) {
        let status = errorStatuses.first { $0.code == code } ?? .internalServerError
        let details = status.reasonPhrase.lowercased()
        self.init(errors: [Lambda.ErrorItem(message: message, code: code, details: details)])
    }
}

/// The status codes of errors with their reason phrases, which a status created from a number does not have.
private let errorStatuses: [HTTPResponse.Status] = [
    .badRequest, .unauthorized, .notFound, .methodNotAllowed, .notAcceptable, .requestTimeout, .contentTooLarge,
    .unsupportedMediaType, .internalServerError, .serviceUnavailable,
]
#endif
