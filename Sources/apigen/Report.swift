import ArgumentParser
import Generator

extension Apigen {
    /// Says what `--check` found, and ends the run when it found something.
    func report(_ changes: [FileChange]) throws(OutputFailure) {
        for change in changes { print("\(change.kind.finding) \(outputPath)/\(change.path)") }
        if changes.isEmpty { return print("everything is up to date") }
        print("\(count(changes.count, "file")) to renew: run apigen without --check")
        Apigen.exit(withError: ExitCode(1))
    }

    func summary(of changes: [FileChange], among files: Int) -> String {
        let removed = changes.filter { $0.kind == .removed }.count
        let written = changes.count - removed
        return "\(count(written, "file")) written, \(files - written) unchanged, \(removed) removed"
    }
}

extension FileChange.Kind {
    fileprivate var finding: String {
        switch self {
        case .added: "missing"
        case .changed: "different"
        case .removed: "stale"
        }
    }
}

private func count(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
}
