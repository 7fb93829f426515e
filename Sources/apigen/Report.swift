import ApigenCommand

extension Apigen {
    /// Says what `--check` found.
    ///
    /// - Returns: whether it found nothing.
    func report(_ changes: [FileChange], _ run: FinishedRun) -> Bool {
        guard diagnostics == .text else { return changes.isEmpty }
        guard !changes.isEmpty else {
            printOutput("everything is up to date\n")
            return true
        }
        let findings = changes.map { "\($0.kind.finding) \(run.folder.path)/\($0.path)\n" }
        printOutput(findings.joined() + "\(count(changes.count, "file")) to renew: run apigen without --check\n")
        return false
    }

    /// A line for each change, and one that counts them.
    func summary(of changes: [FileChange], _ run: FinishedRun) -> String {
        let removed = changes.filter { $0.kind == .removed }.count
        let written = changes.count - removed
        return changes.map { "\($0.kind.rawValue) \(run.folder.path)/\($0.path)\n" }.joined()
            + "\(count(written, "file")) written, \(run.document.files.count - written) unchanged, \(removed) removed\n"
            + (run.document.siteFolder.map { "build the site: sh \(run.folder.path)/\($0)/build.sh\n" } ?? "")
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
