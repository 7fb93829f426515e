#if StatusService
import HTTPTypes

extension HTTPField.Name {
    static let apiKey = named("x-api-key")
    static let authentication = named("Authentication")
    static let frameOptions = named("X-Frame-Options")
    static let referrerPolicy = named("Referrer-Policy")

    /// The name, which is a constant of this program; a typing error would show as a header that is never there.
    private static func named(_ name: String) -> HTTPField.Name {
        HTTPField.Name(name) ?? .authorization
    }
}
#endif
