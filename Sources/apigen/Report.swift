import ApigenCommand

extension Apigen {
    /// Prints the differences found by `--check`.
    ///
    /// - Returns: Whether there were none.
    func report(_ changes: [FileChange], _ run: FinishedRun) -> Bool {
        var findings = changes.map { "\($0.kind.finding) \(run.folder.path)/\($0.path)\n" }
        if let names = run.newNames, !names.isUpToDate { findings.append("different \(names.path)\n") }
        guard diagnostics == .text else { return findings.isEmpty }
        guard !findings.isEmpty else {
            printOutput("everything is up to date\n")
            return true
        }
        printOutput(findings.joined() + "\(count(findings.count, "file")) out of date; run apigen without --check to update\n")
        return false
    }

    func reportWait(for folder: OutputFolder) {
        printError("note: another apigen is writing to '\(folder.path)'; waiting for it\n")
    }

    /// Returns a line with the number of changed files, after the names of the files with `--verbose`.
    func summary(of changes: [FileChange], _ run: FinishedRun) -> String {
        let removed = changes.filter { $0.kind == .removed }.count
        let written = changes.count - removed
        let kept = run.folder.keptFiles(of: run.document)
        let names = verbose ? changes.map { "\($0.kind.rawValue) \(run.folder.path)/\($0.path)\n" } : []
        return names.joined() + vanishedNames(run)
            + kept.map { "kept \(run.folder.path)/\($0), which was changed\n" }.joined()
            + "\(count(written, "file")) written, \(run.document.files.count - written - kept.count) unchanged, \(removed) removed\n"
            + (run.document.siteFolder.map { "build the site: sh \(run.folder.path)/\($0)/build.sh\n" } ?? "")
    }
}

extension Apigen {
    /// Returns the tables of `--stats`; the parts that cost little are left out unless `--verbose` is set.
    func statistics(of run: FinishedRun) -> String {
        run.document.statistics.map { $0.table(rows: verbose ? .max : 20) + "\n" } ?? ""
    }
}

/// Returns lines about names that are no longer kept, because the document lacks what they named.
private func vanishedNames(_ run: FinishedRun) -> String {
    guard let kept = run.keptNames, let new = run.newNames else { return "" }
    return kept.names(missingIn: new).map { "name no longer kept, as it is not in the document: \($0)\n" }.joined()
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
