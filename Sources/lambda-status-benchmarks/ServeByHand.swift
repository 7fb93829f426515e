#if StatusService
import ArgumentParser
import Foundation
import Hummingbird
import LambdaStatusStore
import Logging

/// The status route as one would write it for Hummingbird without a generator: what the generated route is measured by.
struct ServeByHand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serves the hand-written status route.")

    @Option var database: String

    func run() async throws {
        let store = try SQLiteStore(path: database)
        let router = Router(context: BasicRequestContext.self)
        router.addMiddleware {
            LogRequestsMiddleware(.info)
            SafeFields()
        }
        router.get("/backend/lambda-instances/:uuid/status") { request, context in
            try await status(of: context.parameters.get("uuid"), request: request, store: store)
        }
        var logger = Logger(label: "by-hand", factory: { StreamLogHandler.standardError(label: $0) })
        logger.logLevel = .error
        let service = Application(
            responder: router.buildResponder(),
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in
                let line = "http://127.0.0.1:\(channel.localAddress?.port ?? 0)\n"
                FileHandle.standardOutput.write(Data(line.utf8))
            },
            logger: logger)
        try await service.runService()
    }
}

/// The same header fields as those of the generated service.
private struct SafeFields: RouterMiddleware {
    typealias Context = BasicRequestContext

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.cacheControl] = "no-store"
        response.headers[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'"
        response.headers[.frameOptions] = "DENY"
        response.headers[.referrerPolicy] = "no-referrer"
        return response
    }
}

private func status(of uuid: String?, request: Request, store: any StatusStore) async throws -> Response {
    guard let token = token(of: request), try await store.tokenID(of: token) != nil else {
        return errors(.unauthorized, message: "Invalid token", details: "unauthorized")
    }
    guard let uuid = uuid.flatMap(Int.init), let instance = try await store.instance(uuid: uuid) else {
        return errors(.notFound, message: "Lambda instance not found", details: "not found")
    }
    var json = "{\"data\":{\"name\":"
    appendQuoted(instance.name, to: &json)
    json += ",\"uuid\":\(instance.uuid),\"id\":\(instance.id),\"status\":\"\(instance.status.rawValue)\"}}"
    return answer(.ok, json)
}

private func token(of request: Request) -> String? {
    if let key = request.headers[.apiKey] { return key }
    let value = request.headers[.authorization] ?? request.headers[.authentication]
    guard let value, value.lowercased().hasPrefix("token ") else { return nil }
    return String(value.dropFirst("token ".count))
}

private func errors(_ status: HTTPResponse.Status, message: String, details: String) -> Response {
    answer(
        status,
        "{\"errors\":[{\"message\":\"\(message)\",\"code\":\(status.code),\"details\":\"\(details)\"}]}")
}

private func answer(_ status: HTTPResponse.Status, _ json: String) -> Response {
    Response(
        status: status, headers: [.contentType: "application/json"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: json)))
}

private func appendQuoted(_ text: String, to json: inout String) {
    json += "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": json += "\\\""
        case "\\": json += "\\\\"
        case "\u{0}"..."\u{1F}": json += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
        default: json.unicodeScalars.append(scalar)
        }
    }
    json += "\""
}
#endif
