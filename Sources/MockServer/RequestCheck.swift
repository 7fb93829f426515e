import APIModel
import APIRuntime

/// Validates the parameters and the body of a request, and finds everything that the document does not allow.
struct RequestCheck {
    private let request: ServerRequest
    private let model: MockModel
    private(set) var findings: [Finding] = []
    /// A failure that has a status of its own, such as 415.
    private(set) var refusal: RequestFailure?
    /// The value of the body, where it is JSON or a form.
    private(set) var body: APIRuntime.JSONValue?

    /// More findings than these help nobody.
    private static let mostFindings = 100

    init(_ request: ServerRequest, _ model: MockModel) {
        self.request = request
        self.model = model
    }

    mutating func run(_ endpoint: Endpoint) async {
        for parameter in endpoint.parameters where findings.count < Self.mostFindings { check(parameter.parameter) }
        guard let body = endpoint.operation.requestBody else { return }
        do {
            try await check(body)
        } catch let failure as RequestFailure {
            if failure.kind == .invalidBody { findings.append(Finding(failure, in: ["body"])) } else { refusal = failure }
        } catch {
            findings.append(Finding(location: ["body"], code: "body", message: "the body cannot be read"))
        }
    }

    // MARK: Parameters

    private mutating func check(_ parameter: ResolvedParameter) {
        let place = [parameter.location.part, parameter.name]
        do throws(RequestFailure) {
            guard let sent = try value(of: parameter) else { return }
            if parameter.style?.allowsEmptyValue == true, sent == "" { return }
            guard let schema = parameter.schema else { return }
            // JSON has types already.
            let value = parameter.content?.coding == .json ? sent : model.api.schemas.value(of: sent, as: schema)
            add(model.schemas.violations(of: value, against: schema), in: place)
        } catch {
            findings.append(Finding(error, in: place))
        }
    }

    private func value(of parameter: ResolvedParameter) throws(RequestFailure) -> APIRuntime.JSONValue? {
        let (name, type) = (parameter.name, APIRuntime.JSONValue.self)
        return switch (parameter.location, parameter.isRequired) {
        case (.path, _): try request.path(name, as: type)
        case (.query, true): try request.query(name, as: type)
        case (.query, false): try request.query(name, ifPresent: type)
        case (.header, true): try request.header(name, as: type)
        case (.header, false): try request.header(name, ifPresent: type)
        case (.cookie, true): try request.cookie(name, as: type)
        case (.cookie, false): try request.cookie(name, ifPresent: type)
        case (.querystring, true): try request.querystring(name, as: type)
        case (.querystring, false): try request.querystring(name, ifPresent: type)
        }
    }

    private mutating func add(_ violations: [JSONViolation], in part: [String]) {
        findings += violations.prefix(max(0, Self.mostFindings - findings.count)).map { Finding($0, in: part) }
    }

    // MARK: Body

    private mutating func check(_ body: ResolvedBody) async throws {
        guard request.hasBody || body.isRequired else { return }
        let mediaType = try request.mediaType()
        guard let representation = body.representations.first(where: { $0.name == mediaType }) else { return }
        guard request.hasBody else { throw RequestFailure(.invalidBody, "the body is missing") }
        switch representation.mediaType.coding {
        case .json: validate(try await request.json(APIRuntime.JSONValue.self), representation.checked)
        case .form: validate(text: try await request.form(APIRuntime.JSONValue.self), representation.checked)
        case .text: validate(text: .string(try await request.text()), representation.checked)
        case .multipart: validate(text: try await parts(), representation.checked)
        case .jsonLines: try await validateLines(representation.checked)
        case .xml, .bytes, .events, .jsonEvents, .typedEvents: _ = try request.bytes()
        }
    }

    private mutating func validate(text: APIRuntime.JSONValue, _ schema: SchemaID?) {
        validate(model.api.schemas.value(of: text, as: schema), schema)
    }

    private mutating func validate(_ value: APIRuntime.JSONValue, _ schema: SchemaID?) {
        body = value
        if let schema { add(model.schemas.violations(of: value, against: schema), in: ["body"]) }
    }

    private mutating func validateLines(_ schema: SchemaID?) async throws {
        var line = 0
        for try await value in try request.lines(of: APIRuntime.JSONValue.self) {
            line += 1
            if let schema { add(model.schemas.violations(of: value, against: schema), in: ["body", "line \(line)"]) }
            if findings.count >= Self.mostFindings { return }
        }
    }

    /// The parts of a multipart body as the members of an object: texts, and for several parts of a name an array of them.
    private func parts() async throws -> APIRuntime.JSONValue {
        var object = JSONObject()
        for part in try await request.parts().collect(upTo: 1 << 20) {
            guard let name = part.name else { continue }
            let text = APIRuntime.JSONValue.string(String(decoding: part.body.bytes ?? [], as: UTF8.self))
            switch object[name] {
            case nil: object[name] = text
            case .array(let others)?: object[name] = .array(others + [text])
            case let other?: object[name] = .array([other, text])
            }
        }
        return .object(object)
    }
}

extension APIModel.ParameterLocation {
    /// The part of a request in findings.
    fileprivate var part: String {
        switch self {
        case .path: "path"
        case .query, .querystring: "query"
        case .header: "headers"
        case .cookie: "cookies"
        }
    }
}
