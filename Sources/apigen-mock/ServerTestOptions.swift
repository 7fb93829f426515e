#if Mock
import ApigenCommand
import ArgumentParser
import HTTPTypes
import MockServer

extension ServerTest {
    /// Returns the options of the test.
    ///
    /// - Parameter schemes: The names of the document's security schemes, whose credentials may be in the environment.
    /// - Throws: An error for an option that is not of the expected form. It does not repeat values, which may be secret.
    func options(for schemes: [String]) throws -> ContractOptions {
        guard server.hasPrefix("http://") || server.hasPrefix("https://"), server.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) else {
            throw ValidationError("--server must be a URL that begins with http:// or https://, found '\(server.printable)'.")
        }
        var options = ContractOptions(serverURL: server)
        options.timeout = .seconds(timeout)
        options.totalTimeout = .seconds(totalTimeout)
        // Whoever names an operation wants it to be called.
        options.callsUnsafeMethods = all || !operation.isEmpty
        options.sendsInvalidRequests = invalid
        for text in parameter {
            let pair = try pair(in: text, at: "=", of: "--parameter")
            options.parameters[pair.name] = pair.value
        }
        for scheme in schemes { options.credentials[scheme] = environment(variableName(of: scheme)) }
        for text in credential {
            let pair = try pair(in: text, at: "=", of: "--credential")
            options.credentials[pair.name] = pair.value
        }
        for text in header {
            let pair = try pair(in: text, at: ":", of: "--header")
            let value = String(pair.value.drop { $0 == " " })
            guard let name = HTTPField.Name(pair.name), HTTPField.isValidValue(value) else {
                throw ValidationError("--header must be a header field, found one with the name '\(pair.name.printable)'.")
            }
            options.headers.append(HTTPField(name: name, value: value))
        }
        try checkCredentials(options, schemes)
        return options
    }

    private func checkCredentials(_ options: ContractOptions, _ schemes: [String]) throws {
        // Before the document is read, its schemes are not known.
        guard !schemes.isEmpty, let unknown = options.credentials.keys.sorted().first(where: { !schemes.contains($0) }) else {
            return
        }
        throw ValidationError("The document has no security scheme '\(unknown.printable)'.")
    }

    private func pair(in text: String, at separator: Character, of option: String) throws -> (name: String, value: String) {
        guard let index = text.firstIndex(of: separator), index != text.startIndex else {
            throw ValidationError("\(option) must be a name and a value with '\(separator)' between them.")
        }
        return (String(text[..<index]), String(text[text.index(after: index)...]))
    }
}

/// Returns the name of the environment variable with the credential of a security scheme.
private func variableName(of scheme: String) -> String {
    let letters = scheme.uppercased().unicodeScalars.map { scalar in
        scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) ? Character(scalar) : "_"
    }
    return "APIGEN_CREDENTIAL_" + String(letters)
}
#endif
