import Printing

/// Where a generated package gets apigen's runtime from.
package enum RuntimePackage: Sendable, Equatable {
    /// A folder, relative to the package.
    case path(String)
    /// A repository, and the first version that has what is needed.
    case version(url: String, from: String)
    case branch(url: String, String)

    /// Where the README expects a checkout.
    package static let standard = RuntimePackage.path("../apigen")

    /// Reads a path, or a URL with a version or a branch behind a space; `nil` for anything else.
    package init?(_ text: String) {
        let words = text.split(separator: " ")
        guard let place = words.first.map(String.init), text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
        else { return nil }
        let isRemote = place.contains("://") || place.contains("@")
        switch words.count {
        case 1 where !isRemote: self = .path(text)
        case 2 where isRemote:
            let revision = String(words[1])
            self = SemanticVersion.isValid(revision) ? .version(url: place, from: revision) : .branch(url: place, revision)
        default:
            // Folders may have spaces in their names.
            guard !isRemote else { return nil }
            self = .path(text)
        }
    }

    /// How Package.swift names the package in the dependencies of its targets.
    var name: String {
        switch self {
        case .path: "apigen"
        case .version(let url, _), .branch(let url, _):
            String((url.split(whereSeparator: { "/:".contains($0) }).last ?? "apigen").withoutSuffix(".git"))
        }
    }

    /// The dependency in Package.swift.
    ///
    /// - Parameter traits: The traits of the runtime that the package needs.
    func dependency(traits: [String]) -> String {
        var arguments: [String]
        switch self {
        case .path(let path): arguments = ["name: \"apigen\"", "path: " + SwiftText.literal(path)]
        case .version(let url, let version):
            arguments = ["url: " + SwiftText.literal(url), "from: " + SwiftText.literal(version)]
        case .branch(let url, let branch): arguments = ["url: " + SwiftText.literal(url), "branch: " + SwiftText.literal(branch)]
        }
        if !traits.isEmpty { arguments.append("traits: [" + traits.map(SwiftText.literal).joined(separator: ", ") + "]") }
        return ".package(\(arguments.joined(separator: ", ")))"
    }
}

/// Semantic Versioning 2.0.0, as far as SwiftPM reads it.
enum SemanticVersion {
    /// Whether a text is a version, such as `1.2.0` or `2.0.0-beta.1`.
    static func isValid(_ text: String) -> Bool {
        let core = text.prefix { $0 != "-" && $0 != "+" }
        let numbers = core.split(separator: ".", omittingEmptySubsequences: false)
        guard numbers.count == 3, numbers.allSatisfy(isNumber) else { return false }
        let rest = text.dropFirst(core.count)
        return rest.isEmpty
            || rest.count > 1 && rest.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-+.".contains($0)) }
    }

    private static func isNumber(_ text: Substring) -> Bool {
        1...9 ~= text.count && text.allSatisfy { "0"..."9" ~= $0 } && (text.count == 1 || text.first != "0")
    }
}

extension Substring {
    fileprivate func withoutSuffix(_ suffix: String) -> Substring {
        hasSuffix(suffix) && count > suffix.count ? dropLast(suffix.count) : self
    }
}
