public import HTTPTypes

/// The response of a server.
public struct ServerResponse: Sendable {
    /// The status, for example 200.
    public var status: Int
    /// The header fields.
    public var headers: HTTPFields
    /// The body, empty where there is none.
    public var body: HTTPBody
    /// Why the response cannot be sent; the caller then gets 500.
    var failure: (any Error)? { headerFailure ?? bodyFailure }
    private var bodyFailure: (any Error)?
    private var headerFailure: (any Error)?
    /// The media types of the body and a function that makes the response in one of them; `nil` if there is only one.
    private var offer: (mediaTypes: [String], make: @Sendable (String) -> ServerResponse)?
    /// The object of a form, whose encoding the operation defines.
    private var form: JSONValue?

    /// Creates a response.
    public init(status: Int, headers: HTTPFields = HTTPFields(), body: HTTPBody = HTTPBody()) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The response when a handler failed to call another service: 500, without the reason.
    public init(describing error: CallError) {
        self = RequestFailure(.internalError, "the service failed").response
        bodyFailure = error
    }

    /// A response without a body.
    public static func empty(_ status: Int) -> ServerResponse {
        ServerResponse(status: status)
    }

    /// A value as JSON.
    public static func json(_ status: Int, _ value: some JSONCodable, as mediaType: String = "application/json") -> ServerResponse {
        do {
            return bytes(status, HTTPBody(try writeJSON(value)), as: MediaType.inUTF8(mediaType))
        } catch {
            return failed(error)
        }
    }

    /// Text in UTF-8.
    public static func text(_ status: Int, _ text: String, as mediaType: String = "text/plain") -> ServerResponse {
        bytes(status, HTTPBody(text), as: MediaType.textLabel(for: mediaType))
    }

    /// A number, a boolean or another scalar as the text that a parameter would have.
    public static func text(_ status: Int, of value: some JSONCodable, as mediaType: String = "text/plain") -> ServerResponse {
        do {
            return text(status, try scalarText(of: value), as: mediaType)
        } catch {
            return failed(error)
        }
    }

    /// An object as `application/x-www-form-urlencoded`, with the encoding that the operation documents.
    public static func form(_ status: Int, _ value: some JSONCodable) -> ServerResponse {
        do {
            var response = bytes(status, HTTPBody(), as: "application/x-www-form-urlencoded")
            response.form = try JSONValue(representing: value)
            response.writeForm([])
            return response
        } catch {
            return failed(error)
        }
    }

    private mutating func writeForm(_ encoding: [Parameter]) {
        guard let form else { return }
        do {
            body = HTTPBody(try FormWriter(encoding: encoding).write(form))
            bodyFailure = nil
        } catch {
            bodyFailure = error
        }
    }

    /// Bytes as they are, streamed where the body is a stream.
    public static func bytes(_ status: Int, _ body: HTTPBody, as mediaType: String = "application/octet-stream") -> ServerResponse {
        ServerResponse(status: status, headers: [.contentType: MediaType.label(for: mediaType)], body: body)
    }

    /// Parts as they are produced.
    public static func multipart(_ status: Int, _ parts: MultipartParts, as mediaType: String = "multipart/form-data")
        -> ServerResponse
    {
        let written = parts.written
        return bytes(status, written.body, as: "\(mediaType); boundary=\(written.boundary)")
    }

    /// A form as parts.
    public static func multipart<Form>(
        _ status: Int, _ body: MultipartBody<Form>, as mediaType: String = "multipart/form-data"
    ) -> ServerResponse {
        do {
            return multipart(status, try body.parts(), as: mediaType)
        } catch {
            return failed(error)
        }
    }

    /// Returns a response in the media type that the caller prefers (RFC 9110, section 12.5.1), or in the first one.
    ///
    /// - Parameters:
    ///   - mediaTypes: The documented media types and ranges.
    ///   - make: Returns the response in a media type.
    public static func offering(
        _ mediaTypes: [String], _ make: @escaping @Sendable (_ mediaType: String) -> ServerResponse
    ) -> ServerResponse {
        var response = make(label(of: mediaTypes))
        response.offer = (mediaTypes, make)
        return response
    }

    /// The media type of a response without content negotiation.
    private static func label(of mediaTypes: [String]) -> String {
        MediaType.label(for: mediaTypes.first ?? "application/octet-stream")
    }

    /// Returns the response in the media type that the caller prefers, and in the encoding that the operation documents.
    func negotiated(for head: HTTPRequest, of operation: APIOperation?) -> ServerResponse {
        let documented = operation?.response(for: status)
        var response = chosen(for: head, documented?.content ?? [])
        if let encoding = documented?.encoding, !encoding.isEmpty { response.writeForm(encoding) }
        return response
    }

    private func chosen(for head: HTTPRequest, _ documented: [String]) -> ServerResponse {
        guard let offer else { return self }
        var response = self
        let accepted = AcceptedMediaTypes(head.headerFields[.accept] ?? "")
        let mediaType = accepted.best(of: offer.mediaTypes).map { accepted.concrete($0, among: documented) }
        if let mediaType, mediaType != Self.label(of: offer.mediaTypes) {
            let made = offer.make(mediaType)
            response.body = made.body
            response.headers[.contentType] = made.headers[.contentType]
            response.bodyFailure = made.bodyFailure
            response.form = made.form
        }
        // A service that names the media type of its bytes knows it best.
        if let own = response.body.mediaType, let mediaType = MediaType(own),
            offer.mediaTypes.contains(where: { MediaType($0)?.covers(mediaType) == true })
        {
            response.headers[.contentType] = own
        }
        return response
    }

    /// Sets a header field in the style `simple`, or as JSON; `nil` is left out. A list of cookies becomes one `Set-Cookie` line each.
    public mutating func header<Value: JSONCodable>(_ name: String, _ value: Value?, explode: Bool = false, isJSON: Bool = false) {
        guard let value, let field = HTTPField.Name(name) else { return }
        let parameter = Parameter(name, in: .header, explode: explode)
        do {
            if isJSON {
                headers[field] = String(decoding: try writeJSON(value), as: UTF8.self)
                return
            }
            let tree = try textTree(of: value)
            if field == .setCookie, case .list(let cookies) = tree {
                // The one field whose lines cannot be joined (RFC 9110, section 5.3).
                headers[values: field] = try cookies.compactMap { cookie throws(ParameterError) in
                    try parameter.headerText(of: cookie)
                }
                return
            }
            guard let text = try parameter.headerText(of: tree) else { return }
            headers[field] = text
        } catch {
            headerFailure = error
        }
    }

    static func failed(_ error: any Error) -> ServerResponse {
        var response = ServerResponse(status: 500)
        response.bodyFailure = error
        return response
    }
}

/// An error with a documented response.
public protocol ErrorResponse: Error {
    /// The response of a server that throws the error.
    var serverResponse: ServerResponse { get }
}
