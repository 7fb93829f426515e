import APIModel
import APIRuntime
import HTTPTypes

/// Compares the header fields and the body of a response with its description.
struct ResponseCheck {
    private let response: StreamedClientResponse
    private let endpoint: Endpoint
    private let context: ContractContext
    private(set) var findings: [String] = []

    /// More findings than these help nobody.
    private static let mostFindings = 20
    /// A stream may have no end.
    private static let mostStreamed = 100

    init(_ response: StreamedClientResponse, of endpoint: Endpoint, in context: ContractContext) {
        self.response = response
        self.endpoint = endpoint
        self.context = context
    }

    private var model: MockModel { context.model }

    mutating func run(_ described: ResolvedResponse) async {
        for header in described.headers where header.name.lowercased() != "content-type" { check(header) }
        let isHead = endpoint.operation.method == "HEAD"
        guard response.hasContent, !isHead, !described.representations.isEmpty else { return }
        do {
            try await checkBody(described)
        } catch let error as CallError {
            add(error.reason)
        } catch {
            add("body: \(error)")
        }
    }

    private mutating func add(_ text: String) {
        if findings.count < Self.mostFindings { findings.append(text) }
    }

    // MARK: Header fields

    private mutating func check(_ header: ResolvedParameter) {
        let place = ["headers", header.name.lowercased()]
        do throws(CallError) {
            guard let sent = try response.header(header.name, ifPresent: APIRuntime.JSONValue.self) else {
                if header.isRequired { add(place.joined(separator: "/") + ": the header field is missing") }
                return
            }
            guard let schema = header.schema else { return }
            // JSON has types already.
            let value = header.content?.coding == .json ? sent : model.api.schemas.value(of: sent, as: schema)
            add(violationsOf: value, schema, in: place)
        } catch {
            add(error.reason)
        }
    }

    private mutating func add(violationsOf value: APIRuntime.JSONValue, _ schema: SchemaID?, in place: [String]) {
        guard let schema else { return }
        for violation in model.schemas.violations(of: value, against: schema).prefix(Self.mostFindings) {
            let finding = Finding(violation, in: place)
            let source = [finding.line.map { "line \($0)" }, context.pointer(schema).map { "in \($0)" }].compactMap { $0 }
            add(finding.sentence + (source.isEmpty ? "" : " (" + source.joined(separator: " ") + ")"))
        }
    }

    // MARK: Body

    private mutating func checkBody(_ described: ResolvedResponse) async throws {
        let documented = described.representations.map(\.name)
        if let sent = response.head.headerFields[.contentType] {
            guard !response.mediaType.isEmpty else {
                return add("the media type '\(sent)' is not documented; expected \(documented.joined(separator: " or "))")
            }
        } else {
            let isEmpty = try await response.collected().bytes.isEmpty
            return add(isEmpty ? "the body is missing" : "the header field Content-Type is missing")
        }
        guard let representation = described.representations.first(where: { $0.name == response.mediaType }) else { return }
        switch representation.mediaType.coding {
        case .jsonLines, .events, .jsonEvents, .typedEvents: try await checkStream(representation)
        case .json, .form, .text, .xml, .multipart, .bytes: try await checkWhole(representation)
        }
    }

    private mutating func checkWhole(_ representation: Representation) async throws {
        let collected = try await response.collected()
        let schema = representation.checked
        switch representation.mediaType.coding {
        case .json where collected.bytes.isEmpty: add("the body is missing")
        case .json:
            do throws(JSONError) {
                add(violationsOf: try APIRuntime.JSONValue(json: collected.bytes), schema, in: ["body"])
            } catch {
                add("body: \(error)")
            }
        case .form:
            let form = try collected.form(APIRuntime.JSONValue.self)
            add(violationsOf: model.api.schemas.value(of: form, as: schema), schema, in: ["body"])
        case .text:
            let text = APIRuntime.JSONValue.string(try collected.text())
            add(violationsOf: model.api.schemas.value(of: text, as: schema), schema, in: ["body"])
        default: break
        }
    }

    /// Validates the beginning of a stream, which goes on as long as its server wants.
    private mutating func checkStream(_ representation: Representation) async throws {
        do {
            switch representation.mediaType.coding {
            case .jsonLines: try await check(response.lines(of: APIRuntime.JSONValue.self), representation, "line")
            case .jsonEvents: try await check(response.events(of: APIRuntime.JSONValue.self), representation, "event")
            case .typedEvents:
                let read = { @Sendable [model] (event: APIRuntime.JSONValue) in model.typed(event, representation.checked) }
                try await check(response.typedEvents(of: APIRuntime.JSONValue.self).map(read), representation, "event")
            default:
                var count = 0
                for try await _ in response.events() {
                    count += 1
                    if count == Self.mostStreamed { return }
                }
            }
        } catch let error as CallError {
            guard case .timedOut = error.cause else { throw error }
        }
    }

    private mutating func check<Values: AsyncSequence>(
        _ values: Values, _ representation: Representation, _ noun: String
    ) async throws where Values.Element == APIRuntime.JSONValue {
        var count = 0
        for try await value in values {
            count += 1
            add(violationsOf: value, representation.checked, in: ["body", "\(noun) \(count)"])
            if count == Self.mostStreamed || findings.count == Self.mostFindings { return }
        }
    }
}

extension MockModel {
    /// The event with its data as JSON where the schema accepts that, or neither that nor the text. Its fields are read as texts.
    fileprivate func typed(_ event: APIRuntime.JSONValue, _ schema: SchemaID?) -> APIRuntime.JSONValue {
        guard let schema, !schemas.violations(of: event, against: schema).isEmpty, case .object(var fields) = event,
            case .string(let text)? = fields["data"], let data = try? APIRuntime.JSONValue(json: Array(text.utf8))
        else { return event }
        fields["data"] = data
        return .object(fields)
    }
}

extension CallError {
    /// What happened, without the name of the operation.
    var reason: String {
        switch cause {
        case .responseTooLarge(let limit): "the body has more than \(limit) bytes"
        case .timedOut(let limit): "the response was not complete within \(limit)"
        case .undecodable(let part, let reason): "\(part) cannot be read: \(reason)"
        default: description.hasPrefix(operationID + ": ") ? String(description.dropFirst(operationID.count + 2)) : description
        }
    }
}
