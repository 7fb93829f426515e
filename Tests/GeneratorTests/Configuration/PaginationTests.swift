import ApigenCommand
import Testing

/// Pages that a configuration describes.
struct PaginationTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.write(document, to: "pets.yaml")
    }

    private var client: String { folder.read("Generated/Pets/Client.swift") ?? "" }

    @Test(arguments: [
        (
            "cursor=after next=/meta/next items=/data",
            "PageSequence(cursor: after, items: { $0.data ?? [] }, next: { $0.meta?.next }) {"
        ),
        (
            "offset=skip items=data",
            "PageSequence(offset: skip, items: { $0.data ?? [] }) {\n                try await getPets(after: after, skip: $0)"
        ),
        (
            "page=skip items=/data total=/count more=/more",
            "PageSequence(page: skip, default: 0, items: { $0.data ?? [] }, more: { $0.more }, total: { $0.count }) {"
        ),
        (
            "link items=/data",
            "PageSequence(links: self, items: { $0.data ?? [] }) {\n                try await $0.getPets(after: after, skip: skip)"
        ),
        ("url=/meta/next items=/data", "PageSequence(urls: self, items: { $0.data ?? [] }, next: { $0.meta?.next }) {"),
    ])
    func descriptionHasItsEffect(_ description: String, _ text: String) throws {
        for key in ["getPets", "GET /pets"] {
            try folder.write("pagination: {\"\(key)\": \(description)}\n", to: "apigen.yaml")
            let outcome = try apigen(in: folder, "pets.yaml")
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(client.contains(text), "\(client)")
            #expect(
                client.contains("func getPetsPages(after: String? = nil, skip: Int? = nil) -> PageSequence<PetsPage, String> {"))
        }
    }

    @Test func theFlagHasTheSameEffect() throws {
        #expect(try apigen(in: folder, "pets.yaml", "--pagination", "getPets: link items=/data").status == 0)
        #expect(client.contains("getPetsPages"))
        #expect(try apigen(in: folder, "pets.yaml", "--pagination", "getPets: links").status != 0)
    }

    /// A name is not taken twice.
    @Test func anOperationCanHaveTheNameOfThePages() throws {
        try folder.write("pagination: {getPets: link items=/data}\nnames: {other: getPetsPages}\n", to: "apigen.yaml")
        #expect(try apigen(in: folder, "pets.yaml").status == 0)
        #expect(client.contains("func getPetsPages() async"))
        #expect(client.contains("func getPetsPages2(after"))
    }

    @Test func withoutADescriptionThereAreNoPages() throws {
        #expect(try apigen(in: folder, "pets.yaml").status == 0)
        #expect(!client.contains("PageSequence("))
    }

    @Test(arguments: [
        "cursor=after", "link next=/a", "page=", "page=a offset=b", "what=a", "link link", "items=/data", "url=", "link=x",
    ])
    func anotherDescriptionIsAnError(_ description: String) throws {
        try folder.write("pagination: {getPets: '\(description)'}\n", to: "apigen.yaml")
        let outcome = try apigen(in: folder, "pets.yaml")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("apigen.yaml:1:23: error: 'getPets' must be a description such as"), "\(outcome.errors)")
    }

    @Test func anUnknownOperationIsAnError() throws {
        try folder.write("pagination: {getDogs: link}\n", to: "apigen.yaml")
        let outcome = try apigen(in: folder, "pets.yaml")
        #expect(outcome.errors.contains("apigen.yaml:1:14: error: the document has no operation 'getDogs'"), "\(outcome.errors)")
    }
}

private let document = """
    openapi: 3.1.0
    info: {title: Pets, version: 1.0.0}
    paths:
      /pets:
        get:
          operationId: getPets
          parameters:
            - {name: after, in: query, schema: {type: string}}
            - {name: skip, in: query, schema: {type: integer, default: 0}}
          responses: {'200': {description: A page, content: {application/json: {schema: {$ref: '#/components/schemas/PetsPage'}}}}}
        post: {operationId: other, responses: {'204': {description: Done}}}
    components:
      schemas:
        PetsPage:
          type: object
          properties:
            data: {type: array, items: {type: string}}
            count: {type: integer}
            more: {type: boolean}
            meta: {type: object, properties: {next: {type: string}}}
    """
