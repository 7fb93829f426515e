import HTTPTypes

/// The request of one call while its parts are being set. Not generic, so that it is compiled once.
struct CallRequest: Sendable {
    let operation: APIOperation
    var configuration: ClientConfiguration
    var accept: String?

    private(set) var pathTexts: [(name: String, text: String)] = []
    private(set) var queryTexts: [String] = []
    private(set) var cookieTexts: [String] = []
    private(set) var headers = HTTPFields()
    private(set) var body: HTTPBody?
    private(set) var failure: CallError.Cause?

    init(_ operation: APIOperation, _ configuration: ClientConfiguration) {
        self.operation = operation
        self.configuration = configuration
        headers = configuration.headers
        queryTexts = configuration.query.sorted { $0.key < $1.key }.map {
            PercentEncoding.encode($0.key) + "=" + PercentEncoding.encode($0.value)
        }
    }

    mutating func set<Value: JSONCodable>(_ name: String, _ location: ParameterLocation, _ value: Value?) {
        guard failure == nil, let value else { return }
        guard let parameter = operation.parameter(name, in: location) else {
            failure = .unencodable(part: "the parameter '\(name)'", reason: "the operation has none of this name")
            return
        }
        do {
            if case .content(let mediaType) = parameter.serialization {
                try setContent(parameter, value, mediaType)
            } else {
                if location == .querystring { return queryTexts.append(try queryForm(of: value)) }
                try set(parameter, textTree(of: value))
            }
        } catch {
            failure = .unencodable(part: "the \(location.rawValue) parameter '\(name)'", reason: String(describing: error))
        }
    }

    mutating func setJSON<Value: JSONCodable>(_ value: Value?, as mediaType: String?) {
        guard let value, failure == nil else { return }
        do {
            let documented = operation.requestBody?.content ?? []
            let preferred = documented.first { MediaType($0)?.isJSON == true && !$0.contains("*") }
            setBody(HTTPBody(try writeJSON(value)), as: MediaType.inUTF8(mediaType ?? preferred ?? "application/json"))
        } catch {
            failure = .unencodable(part: "the body", reason: error.description)
        }
    }

    mutating func setForm<Value: JSONCodable>(_ value: Value?) {
        guard let value, failure == nil else { return }
        do {
            let json = try JSONValue(representing: value)
            let text = try FormWriter(encoding: operation.requestBody?.encoding ?? []).write(json)
            setBody(HTTPBody(text), as: "application/x-www-form-urlencoded")
        } catch {
            failure = .unencodable(part: "the body", reason: "\(error)")
        }
    }

    mutating func setBody(_ body: HTTPBody?, as mediaType: String) {
        guard let body else { return }
        self.body = body
        headers[.contentType] = MediaType.label(for: mediaType)
    }

    /// Remembers what keeps the request from being sent, unless something else did before.
    mutating func fail(_ cause: CallError.Cause) {
        if failure == nil { failure = cause }
    }

    private mutating func set(_ parameter: Parameter, _ value: TextTree) throws(ParameterError) {
        switch parameter.location {
        case .path:
            guard let text = try parameter.pathText(of: value) else { throw ParameterError("a path needs a value") }
            pathTexts.append((parameter.name, text))
        case .query:
            if let text = try parameter.queryText(of: value) { queryTexts.append(text) }
        case .querystring: break
        case .cookie:
            if let text = try parameter.cookieText(of: value) { cookieTexts.append(text) }
        case .header:
            guard let text = try parameter.headerText(of: value) else { return }
            guard let name = HTTPField.Name(parameter.name) else { throw ParameterError("a header field cannot have this name") }
            headers[name] = text
        }
    }

    private mutating func setContent<Value: JSONCodable>(_ parameter: Parameter, _ value: Value, _ mediaType: String) throws {
        let isJSON = MediaType(mediaType)?.isJSON == true
        if parameter.location == .querystring, !isJSON { return queryTexts.append(try queryForm(of: value)) }
        let tree = isJSON ? nil : try textTree(of: value)
        let text = if let tree { tree.scalar ?? "" } else { String(decoding: try writeJSON(value), as: UTF8.self) }
        let escaped = PercentEncoding.encode(text)
        switch parameter.location {
        case .path: pathTexts.append((parameter.name, escaped))
        case .query: queryTexts.append(PercentEncoding.encode(parameter.name) + "=" + escaped)
        case .querystring: queryTexts.append(escaped)
        case .cookie: cookieTexts.append("\(parameter.name)=\(escaped)")
        case .header: try set(Parameter(parameter.name, in: .header), .text(text))
        }
    }

    private func queryForm(of value: some JSONCodable) throws -> String {
        try FormWriter(encoding: [], kept: .unreserved).write(try JSONValue(representing: value))
    }

    mutating func addQuery(_ text: String) {
        queryTexts.append(text)
    }

    mutating func addCookie(_ text: String) {
        cookieTexts.append(text)
    }

    mutating func setHeader(_ name: HTTPField.Name, _ text: String) {
        headers[name] = text
    }
}
