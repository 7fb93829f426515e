import ApigenCommand

extension Apigen {
    /// Prints the differences found by `--check`.
    ///
    /// - Returns: Whether there were none.
    func report(_ changes: [FileChange], _ run: FinishedRun) -> Bool {
        guard diagnostics == .text else { return changes.isEmpty }
        guard !changes.isEmpty else {
            printOutput("everything is up to date\n")
            return true
        }
        let findings = changes.map { "\($0.kind.finding) \(run.folder.path)/\($0.path)\n" }
        printOutput(findings.joined() + "\(count(changes.count, "file")) out of date; run apigen without --check to update\n")
        return false
    }

    func reportWait(for folder: OutputFolder) {
        printError("note: another apigen is writing to '\(folder.path)'; waiting for it\n")
    }

    /// Returns a line with the number of changed files, after the names of the files with `--verbose`.
    func summary(of changes: [FileChange], _ run: FinishedRun) -> String {
        let removed = changes.filter { $0.kind == .removed }.count
        let written = changes.count - removed
        let names = verbose ? changes.map { "\($0.kind.rawValue) \(run.folder.path)/\($0.path)\n" } : []
        return names.joined()
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
