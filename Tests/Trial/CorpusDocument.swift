package import Foundation

/// A document of the corpus beside this package.
package struct CorpusDocument: Sendable {
    package let url: URL
    /// The size in bytes.
    package let size: Int

    /// Returns the documents of a tier in the order of the corpus's manifest; none if the corpus is absent.
    package static func all(ofTier tier: String) -> [CorpusDocument] {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let corpus = package.appending(path: "../shared/corpus").standardizedFileURL
        guard let manifest = try? String(contentsOf: corpus.appending(path: "MANIFEST.tsv"), encoding: .utf8) else { return [] }
        let rows = manifest.split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        guard let header = rows.first, let tierColumn = header.firstIndex(of: "tier"),
            let entryColumn = header.firstIndex(of: "entry"), let sizeColumn = header.firstIndex(of: "bytes")
        else { return [] }
        return rows.dropFirst().filter { $0.count == header.count && $0[tierColumn] == tier }.map { row in
            CorpusDocument(url: corpus.appending(path: row[entryColumn]), size: Int(row[sizeColumn]) ?? .max)
        }
    }
}
