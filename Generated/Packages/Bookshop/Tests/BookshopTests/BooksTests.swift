// Written by apigen from bookshop.yaml, which keeps this file once you have changed it.

import APIRuntime
import Bookshop
import Testing

/// Sends the requests and receives the responses that the OpenAPI document shows of the operations with the tag `books`.
struct BooksTests {
    /// GET /books
    @Test func listBooks() async throws {
        let wire = Wire()
        _ = try await wire.client.listBooks(genre: .crime, limit: 2)
        try wire.expect(request: "GET /v2/books?genre=crime&limit=2")
        try wire.expect(
            response: 200,
            #"[{"isbn": "9780140439083", "title": "The Moonstone", "genre": "crime", "price": "9.90"}, {"isbn": "9780099529934", "title": "The Woman in White", "genre": "crime"}]"#,
            as: [Bookshop.Book].self
        )
    }

    /// POST /books
    @Test func addBook() async throws {
        let wire = Wire()
        _ = try await wire.client.addBook(
            body: Bookshop.Book(
                json: Array(
                    "{\"isbn\": \"9780140439083\", \"title\": \"The Moonstone\", \"genre\": \"crime\", \"price\": \"1.5\"}".utf8
                )
            )
        )
        try wire.expect(
            request: "POST /v2/books",
            #"{"isbn": "9780140439083", "title": "The Moonstone", "genre": "crime", "price": "1.5"}"#,
            as: Bookshop.Book.self
        )
        try wire.expect(
            response: 201,
            #"{"isbn": "9780140439083", "title": "The Moonstone", "genre": "crime", "price": "1.5"}"#,
            as: Bookshop.Book.self
        )
    }

    /// GET /books/{isbn}
    @Test func getBook() async throws {
        let wire = Wire()
        _ = try await wire.client.getBook(isbn: "9780140439083")
        try wire.expect(request: "GET /v2/books/9780140439083")
        try wire.expect(
            response: 200,
            #"{"isbn": "9780140439083", "title": "The Moonstone", "genre": "crime", "price": "1.5"}"#,
            as: Bookshop.Book.self
        )
    }

    /// DELETE /books/{isbn}
    @available(*, deprecated)
    @Test func removeBook() async throws {
        let wire = Wire()
        try await wire.client.removeBook(isbn: "9780140439083")
        try wire.expect(request: "DELETE /v2/books/9780140439083")
        try wire.expect(response: 204)
    }
}
