extension Statistics {
    /// Returns the statistics as a table for a terminal.
    ///
    /// - Parameter rows: The number of tags, and of schemas, to list.
    package func table(rows: Int) -> String {
        let width = min(60, (tags + schemas).map(\.name.count).max() ?? 0) + 2
        var lines = [line("", width, ["lines", "bytes", "types", "debug", "release"])]
        for (kind, parts) in [("tag", tags), ("schema", schemas)] where !parts.isEmpty {
            lines.append(kind)
            lines += parts.prefix(rows).map { line("  " + $0.name, width, $0.size.columns) }
            if parts.count > rows { lines.append("  and \(parts.count - rows) more (see --verbose)") }
        }
        lines.append(line("total", width, total.columns))
        lines.append("debug, release: estimated compile time in processor seconds")
        lines += largeSchemas
        return lines.map { $0 + "\n" }.joined()
    }

    private func line(_ name: String, _ width: Int, _ columns: [String]) -> String {
        let name = name.count > width ? name.prefix(width - 1) + "…" : name[...]
        return name + String(repeating: " ", count: width - name.count) + columns.map { $0.aligned(to: 9) }.joined()
    }

    /// Warnings about schemas that take more than a tenth of the time, where that is long.
    private var largeSchemas: [String] {
        guard total.cost.release >= Self.longCompileTime else { return [] }
        return schemas.filter { $0.size.cost.release > total.cost.release / 10 }.map { row in
            let share = Int(row.size.cost.release / total.cost.release * 100)
            return "warning: '\(row.name)' and its inline schemas take \(share)% of the estimated compile time"
        }
    }

    /// In milliseconds of a release build.
    private static let longCompileTime = 1_000.0
}

extension CodeSize {
    fileprivate var columns: [String] {
        [String(lines), String(bytes), String(types), Self.seconds(cost.debug), Self.seconds(cost.release)]
    }

    /// Milliseconds as seconds with two decimals.
    private static func seconds(_ milliseconds: Double) -> String {
        let hundredths = Int((milliseconds / 10).rounded())
        let fraction = String(hundredths % 100)
        return "\(hundredths / 100)." + (fraction.count < 2 ? "0" : "") + fraction
    }
}

extension String {
    fileprivate func aligned(to width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }
}
