/// The part of a version that a change has to count up; Semantic Versioning 2.0.0, sections 6 to 8.
package enum VersionStep: String, Sendable {
    case none, minor, major
}

extension DiffReport {
    /// The step that the changes ask for: a major one where something breaks, else a minor one where anything changed.
    package var step: VersionStep {
        if changes.contains(where: { $0.severity == .breaking }) { return .major }
        return changes.isEmpty ? .none : .minor
    }

    /// The old version counted up by the step; `nil` where it is no semantic version.
    ///
    /// Below 1.0.0 the minor version is counted up for breaking changes, and the patch version for others.
    package var nextVersion: String? {
        let parts = oldVersion.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, case (let major?, let minor?, let patch?) = (parts[0], parts[1], parts[2]),
            [major, minor, patch].allSatisfy({ (0..<Int.max).contains($0) })
        else { return nil }
        switch step {
        case .none: return oldVersion
        case .major: return major == 0 ? "0.\(minor + 1).0" : "\(major + 1).0.0"
        case .minor: return major == 0 ? "0.\(minor).\(patch + 1)" : "\(major).\(minor + 1).0"
        }
    }
}
