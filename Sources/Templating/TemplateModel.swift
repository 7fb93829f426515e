/// The values of a template, or of a section that has values of its own.
///
/// `fields` lists the names of values in templates. A template sees the values of its current section and the
/// constants of its file; those of sections around it are not looked up.
package protocol TemplateModel: Sendable {
    static var fields: [Field<Self>] { get }
}

/// A model whose template makes a file.
package protocol FileTemplate: TemplateModel {
    /// The path of the template without its ending, such as `swift/client`.
    static var template: String { get }
}

/// A model whose template makes a file of Swift, whose lines are broken where they are too long.
package protocol SwiftFileTemplate: FileTemplate {}

/// A name that templates use for a value of a model.
package struct Field<Model>: Sendable {
    /// One name, or those of another model.
    let names: @Sendable () -> [FieldName]
    let append: @Sendable (Model, inout [Value]) -> Void

    private init(_ name: String, _ kind: FieldKind, _ value: @escaping @Sendable (Model) -> Value) {
        names = { [FieldName(name: name, kind: kind)] }
        append = { $1.append(value($0)) }
    }

    private init(names: @escaping @Sendable () -> [FieldName], append: @escaping @Sendable (Model, inout [Value]) -> Void) {
        self.names = names
        self.append = append
    }

    /// A text; as a section, whether it is not empty. Where it has several lines, they are indented as the first is.
    package static func text(_ name: String, _ value: @escaping @Sendable (Model) -> String) -> Field {
        Field(name, .text) { .text(value($0)) }
    }

    /// A section that is printed or not.
    package static func flag(_ name: String, _ value: @escaping @Sendable (Model) -> Bool) -> Field {
        Field(name, .flag) { .flag(value($0)) }
    }

    /// Arguments, parameters or elements, separated by commas.
    package static func arguments(_ name: String, _ value: @escaping @Sendable (Model) -> [String]) -> Field {
        Field(name, .arguments) { .arguments(value($0)) }
    }

    /// A section that is printed once for each of several models.
    package static func list<Item: TemplateModel>(_ name: String, _ items: @escaping @Sendable (Model) -> [Item]) -> Field {
        // A key path of a generic type would be made anew each time.
        Field(name, .list(Item.self)) { .items(items($0).map { $0.values }) }
    }

    /// A section that is printed once for each of several lines, of which comments have most.
    package static func list(_ name: String, _ lines: @escaping @Sendable (Model) -> [Line]) -> Field {
        Field(name, .list(Line.self)) { .items(lines($0).map { [.text($0.line)] }) }
    }

    /// A section that is printed where a model is there.
    package static func part<Item: TemplateModel>(_ name: String, _ item: @escaping @Sendable (Model) -> Item?) -> Field {
        Field(name, .part(Item.self)) { model in .items(item(model).map { [$0.values] } ?? []) }
    }

    /// The values of another model under their own names.
    package static func all<Inner: TemplateModel>(_ inner: @escaping @Sendable (Model) -> Inner) -> Field {
        Field(names: { Inner.names }, append: { inner($0).append(to: &$1) })
    }
}

/// The name of a value, and how templates use it.
struct FieldName: Sendable {
    let name: String
    let kind: FieldKind
}

enum FieldKind: Sendable {
    case text, flag, arguments
    case list(any TemplateModel.Type)
    case part(any TemplateModel.Type)
}

enum Value: Sendable {
    case text(String)
    case flag(Bool)
    case arguments([String])
    /// The values of each item, in the order of its names.
    case items([[Value]])
}

extension TemplateModel {
    static var names: [FieldName] { fields.flatMap { $0.names() } }

    /// The values in the order of the names.
    var values: [Value] {
        var values: [Value] = []
        values.reserveCapacity(Self.fields.count)
        append(to: &values)
        return values
    }

    fileprivate func append(to values: inout [Value]) {
        for field in Self.fields { field.append(self, &values) }
    }
}

/// A model without values.
package struct NoValues: TemplateModel {
    package static let fields: [Field<Self>] = []

    package init() {}
}
