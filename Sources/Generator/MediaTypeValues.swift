import APIModel
import Printing

/// The enum of the media types that a caller may send a body in.
func mediaTypesTemplate(_ mediaTypes: MediaTypeEnum, of endpoint: Endpoint) -> MediaTypesTemplate {
    let owner = mediaTypes.componentName.map { "the request body `\($0)`" } ?? "a request to `\(endpoint.name.name)`"
    return template(mediaTypes, "The media type of \(owner).", endpoint.body?.content ?? [])
}

/// The enum of the media types that a caller may ask for.
func acceptTemplate(_ mediaTypes: MediaTypeEnum, of endpoint: Endpoint) -> MediaTypesTemplate {
    let users = mediaTypes.isShared ? " and other operations" : ""
    return template(
        mediaTypes, "The media type of \(responses(mediaTypes, of: endpoint))\(users).", endpoint.successes.flatMap(\.contents))
}

/// The operation's name for the same enum of another operation; nil where it has its own.
func acceptAliasTemplate(_ mediaTypes: MediaTypeEnum, of endpoint: Endpoint) -> AliasTemplate? {
    mediaTypes.original.map { original in
        AliasTemplate(
            comment: comment("The media type of \(responses(mediaTypes, of: endpoint))."), name: mediaTypes.name.spelling,
            type: original.spelling)
    }
}

private func responses(_ mediaTypes: MediaTypeEnum, of endpoint: Endpoint) -> String {
    mediaTypes.componentName.map { "the response `\($0)`" } ?? "a response to `\(endpoint.name.name)`"
}

private func template(_ mediaTypes: MediaTypeEnum, _ documentation: String, _ contents: [Content]) -> MediaTypesTemplate {
    let cases = mediaTypes.cases.map { NamedText($0, rawValue: $1) }
    let rest = mediaTypes.otherCase.map { other in
        let ranges = contents.flatMap(\.representations).filter(\.mediaType.isRange).map { "`\($0.name)`" }
        let names = ranges.enumerated().filter { !ranges[..<$0].contains($1) }.map(\.element)
        return MediaTypesTemplate.Rest(
            typeName: mediaTypes.name.spelling, comment: comment("Any other of \(names.joined(separator: ", "))."),
            name: other.spelling, cases: cases)
    }
    return MediaTypesTemplate(
        comment: comment(documentation), name: mediaTypes.name.spelling, cases: cases, rest: rest)
}

/// The parameter of a client's function for the media type of its body.
func mediaTypeParameter(_ choice: MediaTypeChoice, _ spelling: Spelling) -> String {
    switch choice {
    case .listed(let mediaTypes): "mediaType: \(spelling.qualified(mediaTypes.name)) = .\(mediaTypes.cases[0].name.spelling)"
    case .text(let mediaType): "mediaType: \(spelling.swift)String = \(SwiftText.literal(mediaType))"
    }
}

/// The parameter of a client's function for the media type of what it returns.
func acceptParameter(_ choice: MediaTypeChoice, _ spelling: Spelling) -> String {
    switch choice {
    case .listed(let mediaTypes): "accept: \(spelling.qualified(mediaTypes.name))? = nil"
    case .text: "accept: \(spelling.swift)String? = nil"
    }
}

/// The expression for the media type that a client asks for.
func acceptExpression(_ choice: MediaTypeChoice) -> String {
    switch choice {
    case .listed: "accept?.rawValue"
    case .text: "accept"
    }
}

/// The type of the parameter in which a server's function receives the media type of a body.
func mediaTypeSpelling(_ choice: MediaTypeChoice, of body: EndpointBody, _ spelling: Spelling) -> String {
    let type =
        switch choice {
        case .listed(let mediaTypes): spelling.qualified(mediaTypes.name)
        case .text: spelling.swift + "String"
        }
    return body.isRequired ? type : type + "?"
}

/// The expression with which a server reads the media type of a body.
func mediaTypeExpression(_ choice: MediaTypeChoice, of body: EndpointBody, _ spelling: Spelling) -> String {
    switch choice {
    case .listed(let mediaTypes):
        "try request.mediaType(\(body.isRequired ? "as" : "ifPresent"): \(spelling.qualified(mediaTypes.name)).self)"
    case .text: body.isRequired ? "try request.sentMediaType()" : "try request.sentMediaTypeIfPresent()"
    }
}

extension Content {
    /// What the case of a request's enum holds, in a pattern.
    var caseBinding: String { isSentAsChosen ? "let body, let mediaType" : "let body" }
}
