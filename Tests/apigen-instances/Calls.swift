import APIModel
import Foundation
import OpenAPI
import Trial

/// The program that serves a document's examples, or calls every operation of such a server with values that fit.
///
/// - Parameter credential: what callers show, and the only thing that lets them in.
func callsProgram(for document: OpenAPIDocument, _ api: API, seed: UInt64, credential: String) -> String {
    let name = api.namespace.spelling
    var functions = ""
    var cases = ""
    let endpoints = api.endpoints.filter { !$0.needsCertificate(in: api) }
    for (index, endpoint) in endpoints.enumerated() {
        var generator = InstanceGenerator(document, seed: seed &+ UInt64(index) &* 7_919)
        guard let call = trialCall(of: endpoint, api, json: { generator.fitting(OpenAPI.SchemaID(index: $0.index))?.json }) else {
            continue
        }
        functions += "func call\(index)(_ client: \(name).Client) async throws {\n    _ = \(call)\n}\n\n"
        cases += "    case \(index): try await call\(index)(client)\n"
    }
    let credentials = api.credentials.isEmpty ? "" : "credentials: \(trialCredentials(of: api, credential)), "
    let accepted = api.needsCredentials ? "fake.acceptedCredential = \"\(credential)\"" : "_ = fake"
    return """
        import APIRuntime
        import APIRuntimeAsyncHTTPClient
        import APIRuntimeHummingbird
        import Foundation
        import HTTPTypes
        import Hummingbird
        import Logging
        import Synchronization

        let operations: [String] = [\(endpoints.map { "\"\($0.name.name)\"" }.joined(separator: ", "))]

        \(functions)/// Whether there was something to call.
        func call(_ index: Int, _ client: \(name).Client) async throws -> Bool {
            switch index {
        \(cases)    default: return false
            }
            return true
        }

        func callEverything(_ url: String) async {
            var client = \(name).Client(serverURL: url, \(credentials)transport: AsyncHTTPClientTransport())
            client.configuration.validatesResponses = true
            var answered = 0, called = 0
            for index in operations.indices {
                do {
                    guard try await call(index, client) else {
                        print("skipped\\t\\(operations[index])\\tno value fits")
                        continue
                    }
                    answered += 1
                } catch {
                    print("failed\\t\\(operations[index])\\t\\(error)")
                }
                called += 1
            }
            print("rate\\t\\(answered)\\t\\(called)\\t\\(operations.count)")
        }

        /// What was deleted is gone, though examples never change.
        final class Deletions: APIRuntime.Middleware {
            private let paths = Mutex<Set<String>>([])

            func intercept(
                _ request: RequestMessage, next: @escaping @Sendable (RequestMessage) async throws -> ResponseMessage
            ) async throws -> ResponseMessage {
                let path = request.head.path ?? ""
                let response = try await next(request)
                guard response.head.status.kind == .successful else { return response }
                let isGone = paths.withLock { paths in
                    if request.head.method == .post { paths = paths.filter { !$0.hasPrefix(path + "/") } }
                    let isGone = paths.contains { path == $0 || path.hasPrefix($0 + "/") }
                    if request.head.method == .delete { paths.insert(path) }
                    return isGone
                }
                if isGone { throw RequestFailure(.notFound, "it was deleted") }
                return response
            }
        }

        var fake = \(name).FakeServer()
        \(accepted)
        let isServing = CommandLine.arguments.contains("serve")
        var router = fake.router()
        if isServing { router.middlewares.append(Deletions()) }
        var logger = Logger(label: "fake")
        logger.logLevel = .critical
        let (ports, running) = AsyncStream<Int>.makeStream()
        let application = Application(
            responder: APIResponder(router), configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in running.yield(channel.localAddress?.port ?? 0) }, logger: logger)
        let server = Task { try await application.runService() }
        for await port in ports {
            print("http://127.0.0.1:\\(port)\\(router.basePath)\\t\(api.shownHeader(credential))")
            fflush(nil)
            if isServing { continue }
            await callEverything("http://127.0.0.1:\\(port)\\(router.basePath)")
            break
        }
        exit(0)

        """
}

extension Endpoint {
    /// Whether only a certificate lets callers in, which the connection has to show.
    fileprivate func needsCertificate(in api: API) -> Bool {
        let certificates = api.about.securitySchemes.filter { $0.kind.isMutualTLS }.map(\.name)
        return !operation.security.isEmpty
            && operation.security.allSatisfy { $0.schemes.contains { certificates.contains($0.name) } }
    }
}

extension APIModel.SecuritySchemeKind {
    fileprivate var isMutualTLS: Bool {
        if case .mutualTLS = self { true } else { false }
    }
}

extension API {
    /// A header field that lets a caller in; empty where no scheme has one.
    fileprivate func shownHeader(_ credential: String) -> String {
        for scheme in credentials.map(\.scheme.kind) {
            switch scheme {
            case .apiKey(let name, .header): return "\(name): \(credential)"
            case .apiKey(let name, .cookie): return "Cookie: \(name)=\(credential)"
            case .http("basic", _): return "Authorization: Basic " + Data("\(credential):\(credential)".utf8).base64EncodedString()
            case .http, .oauth2, .openIDConnect: return "Authorization: Bearer \(credential)"
            case .apiKey, .mutualTLS: continue
            }
        }
        return ""
    }

    fileprivate var needsCredentials: Bool {
        !credentials.isEmpty && endpoints.contains { $0.security != .none }
    }
}
