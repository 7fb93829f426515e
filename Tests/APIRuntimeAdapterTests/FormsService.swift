#if StatusService
import APIRuntime
import Features

/// Answers the operations of `Specs/Features/forms.yaml` with what it read.
struct FormsService: Forms.Server {
    static let cookies = ["a=1; Expires=Wed, 09 Jun 2027 10:18:14 GMT", "b=2; Path=/"]

    static let order = Forms.Order(
        name: "a & b", address: .init(street: "x", zip: "1"), tags: ["a", "b"], words: ["x", "y"],
        parts: [.init(number: 1), .init(number: 2)], matrix: [[1, 2], [3]], size: .init(width: 2, height: 3), color: .init(red: 1))

    func order() async throws -> Forms.Order { Self.order }

    func addOrder(body: Forms.Order) async throws -> Forms.Order { body }

    func upload(body: MultipartBody<Forms.UploadBodyForm>) async throws -> String {
        let form = try await body.form()
        let notes = (form.notes ?? []).map { "\($0.value)=\($0.contentLanguage ?? "-")" }.joined(separator: ",")
        let others = form.additionalProperties.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
        let words: [String] = [
            form.image.file.filename ?? "-", "\(form.image.xWidth)", "\(form.image.xRatios ?? [])",
            form.parts.map { "\($0.number)" }.joined(separator: ","), notes, form.title ?? "-",
            (form.tags ?? []).joined(separator: ","),
            (form.words ?? []).joined(separator: ","), "\(form.size?.width ?? 0)x\(form.size?.height ?? 0)",
            "\(form.color?.red ?? 0)/\(form.color?.blue ?? 0)", (form.flags ?? []).map { "\($0)" }.joined(separator: ","),
            "\(form.matrix ?? [])", others,
        ]
        return words.joined(separator: " ")
    }

    func attach(body: MultipartBody<Forms.AttachBodyForm>) async throws -> [String] {
        try await body.form().additionalProperties.compactMap(\.name)
    }

    func addFiles(body: MultipartBody<Forms.AddFilesBodyForm>) async throws -> [String] {
        try await body.form().additionalProperties.sorted { $0.key < $1.key }.flatMap { name, files in files.map { _ in name } }
    }

    func findClosed(
        deep: Forms.Closed?, pairs: Forms.Closed?, exploded: Forms.ClosedPage?, json: Forms.Closed?, xPairs: Forms.Closed?,
        pairsCookie: Forms.Closed?
    ) async throws {}

    func sendClosed(body: Forms.SendClosedBodyContent) async throws {
        if case .multipart(let body) = body { _ = try await body.form() }
    }

    func getClosed(pairs: Forms.Closed) async throws {}

    func listThings(filter: [String: String]?, page: Forms.Size?, limit: Int?, quick: Bool?, ids: [Int]?) async throws
        -> [String]
    {
        (filter ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            + [
                page?.width.map(String.init) ?? "-", limit.map(String.init) ?? "-", quick.map(String.init) ?? "-",
                ids.map { "\($0)" } ?? "-",
            ]
    }

    func login() async throws -> Forms.LoginResponse {
        Forms.LoginResponse(setCookie: Self.cookies)
    }
}
#endif
