import APIModel
import Templating

/// The modules of the types that a file names, noted while its code is made.
final class SpelledModules {
    private var inDeclarations: Set<String> = []
    private var inBodies: Set<String> = []

    /// - Parameter isInBody: Whether only the body of a function names a type of the module.
    func note(_ module: String, isInBody: Bool) {
        if isInBody { inBodies.insert(module) } else { inDeclarations.insert(module) }
    }

    /// The imports of the modules, which are public only for what declarations name: the compiler warns of others.
    var imports: [ImportTemplate] {
        inDeclarations.union(inBodies).sorted().map { module in
            ImportTemplate(name: module, isPublic: inDeclarations.contains(module), isFoundation: module == FoundationType.module)
        }
    }
}

/// The import of a module.
struct ImportTemplate: TemplateModel {
    static let fields: [Field<Self>] = [
        .text("name", \.name), .flag("isPublic", \.isPublic), .flag("isFoundation", \.isFoundation),
    ]

    let name: String
    /// Whether declarations need it, so that it has their access.
    let isPublic: Bool
    /// Whether a smaller module is imported in its place where there is one.
    let isFoundation: Bool
}
