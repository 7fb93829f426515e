package import Printing

/// A page of the documentation about what has changed since an older version of the document.
package struct ChangesPage: Sendable {
    /// The title in the site's navigation.
    package let title: String
    private let markdown: String

    package init(title: String, markdown: String) {
        self.title = title
        self.markdown = markdown
    }

    /// The page in each of the outputs that consist of Markdown pages.
    package func files(for outputs: [Output], _ layout: Layout) -> [GeneratedFile] {
        [(Output.docs, layout.docs), (.site, layout.sitePages)].filter { outputs.contains($0.0) }.map { _, folder in
            GeneratedFile(path: folder + Self.path, bytes: Array(markdown.utf8))
        }
    }

    /// The path of the page below the folder of all pages.
    static let path = "Guide/Changes.md"
}
