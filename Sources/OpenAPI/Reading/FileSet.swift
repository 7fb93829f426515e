import Diagnostics
import YAMLTree

/// A file of a document with the addresses that it declares.
struct LoadedFile {
    let root: YAMLNode
    /// The path relative to the entry document's folder.
    let path: String
    /// The base of relative references in the file.
    let base: URIReference
    var anchors: Anchors?
}

/// The entry document and the files that it refers to, each loaded once.
struct FileSet {
    private(set) var files: [LoadedFile]
    private var numbers: [String: Int?] = [:]
    private var numbersBySource: [SourceFile.ID: Int] = [:]
    private let loader: DocumentLoader?
    /// The entry document's folder as the user gave it, for diagnostics.
    private let folder: String
    private let diagnostics: DiagnosticReporter

    init(entry root: YAMLNode, named name: String, path: String, loader: DocumentLoader?, diagnostics: DiagnosticReporter) {
        self.diagnostics = diagnostics
        self.loader = loader
        folder = String(path.dropLast(name.count))
        files = []
        add(root, path: name)
    }

    func file(of node: YAMLNode) -> LoadedFile {
        files[number(of: node)]
    }

    func number(of node: YAMLNode) -> Int {
        numbersBySource[node.position.file] ?? 0
    }

    mutating func setAnchors(_ anchors: Anchors, ofFile number: Int) {
        files[number].anchors = anchors
    }

    /// Returns the index of the file at a path, or the reason why it cannot be loaded.
    mutating func load(_ path: String) -> Result<Int, LoadFailure> {
        if let known = numbers[path] { return known.map(Result.success) ?? .failure(.unreadable("it is broken")) }
        guard let loader else { return .failure(.unreadable("other files are not read here")) }
        switch loader.load(path) {
        case .failure(let failure): return .failure(failure)
        case .success(let bytes):
            let source = diagnostics.log.add(SourceFile(path: folder + path, bytes: bytes))
            guard let tree = parseYAML(source, isLenient: diagnostics.isLenient, log: &diagnostics.log) else {
                numbers[path] = .some(nil)
                return .failure(.unreadable("it is broken"))
            }
            return .success(add(tree.root, path: path))
        }
    }

    @discardableResult
    private mutating func add(_ root: YAMLNode, path: String) -> Int {
        let own = root["$self"]?.string ?? root["$id"]?.string
        let retrieval = URIReference(path)
        files.append(
            LoadedFile(root: root, path: path, base: own.map { URIReference($0).resolved(against: retrieval) } ?? retrieval))
        numbers[path] = files.count - 1
        numbersBySource[root.position.file] = files.count - 1
        return files.count - 1
    }
}
