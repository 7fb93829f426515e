import APIModel
import Documentation
import Printing

/// The values of a package's README.
func readmeTemplate(_ api: API, _ groups: [WireGroup], _ layout: Layout, _ options: PackageOptions) -> ReadmeTemplate {
    let about = api.about
    let name = layout.namespace
    let isVersioned = SemanticVersion.isValid(about.version)
    return ReadmeTemplate(
        title: MarkdownText.name(name), api: MarkdownText.name(about.title), version: MarkdownText.name(about.version),
        description: MarkdownText.block(firstParagraph(of: about.summary ?? about.description ?? "")),
        dependency: MarkdownText.fenced(
            ".package(url: \"https://example.com/\(name).git\", "
                + (isVersioned ? "from: \(SwiftText.literal(about.version)))" : "branch: \"main\")"),
            language: "swift"),
        product: MarkdownText.fenced(".product(name: \"\(name)\", package: \"\(name)\")", language: "swift"),
        sample: MarkdownText.fenced(firstCall(api, groups), language: "swift"), isVersioned: isVersioned,
        document: MarkdownText.code(about.fileName, isHTMLAllowed: true), license: about.license.map(licenseLine) ?? "")
}

/// A program that calls the first operation whose example can be sent, preferably one that reads.
private func firstCall(_ api: API, _ groups: [WireGroup]) -> String {
    let sent = Set(groups.flatMap(\.examples).map(\.endpoint.name))
    let endpoints = api.endpoints.filter { sent.contains($0.name) && !$0.operation.isDeprecated }
    let first = endpoints.first { $0.operation.method == "GET" } ?? endpoints.first
    let client = clientDeclaration(of: api, transport: nil)
    let imports = "import APIRuntime\nimport \(api.namespace.spelling)\n\n"
    return imports + client + (first.map { "\n" + swiftSample(of: $0, api) } ?? "")
}

private func firstParagraph(of text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.trimming(" \t\r") }
    return lines.drop { $0.isEmpty }.prefix { !$0.isEmpty }.joined(separator: "\n")
}

private func licenseLine(_ license: License) -> String {
    let name = MarkdownText.name(license.name)
    guard let url = license.url, url.hasPrefix("https://") || url.hasPrefix("http://"), url.utf8.allSatisfy(isPlainInLink) else {
        return name
    }
    return "[\(name)](\(url))"
}

/// Whether a character of a URL neither ends the link in Markdown nor means anything there.
private func isPlainInLink(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: "-._~:/?#@!$&'+,;=%".utf8.contains(byte)
    }
}

extension Substring {
    fileprivate func trimming(_ characters: String) -> Substring {
        var text = drop { characters.contains($0) }
        while let last = text.last, characters.contains(last) { text.removeLast() }
        return text
    }
}
