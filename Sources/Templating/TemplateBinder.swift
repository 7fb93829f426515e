import Diagnostics

/// Turns the names of templates into places among the values of the models that they are rendered for.
///
/// A partial is bound once for each model that it is included for.
struct TemplateBinder {
    private let templates: [String: Template]
    private let constants: [FieldName]
    private(set) var bound: [BoundTemplate] = []
    private var numbers: [Use: Int] = [:]
    /// The templates that are bound, in the order of `bound`.
    private(set) var uses: [(template: String, model: any TemplateModel.Type)] = []
    /// What includes what for the same values.
    private var inclusions: [Int: [Inclusion]] = [:]
    /// An error in a partial is reported once, even if several templates include it.
    private var reported: Set<Position> = []

    init(_ templates: [String: Template], constants: [FieldName]) {
        self.templates = templates
        self.constants = constants
    }

    /// A template for a model.
    struct Use: Hashable {
        let template: String
        let model: ObjectIdentifier

        init(_ template: String, for model: any TemplateModel.Type) {
            self.template = template
            self.model = ObjectIdentifier(model)
        }
    }

    private struct Inclusion {
        let template: String
        let number: Int
        let position: Position
    }

    /// What a section is in, and the first instruction behind it.
    private struct Scope {
        let model: any TemplateModel.Type
        let names: [FieldName]
        let end: Int
        /// Whether the values are those that the template itself is rendered for.
        let isOutermost: Bool
    }

    /// Binds a template, and those that it includes.
    ///
    /// - Returns: its place among the bound ones.
    mutating func bind(_ name: String, for model: any TemplateModel.Type, log: inout DiagnosticLog) -> Int? {
        guard let template = templates[name] else { return nil }
        let use = Use(name, for: model)
        if let number = numbers[use] { return number }
        let number = bound.count
        numbers[use] = number
        bound.append(BoundTemplate(bytes: template.bytes))
        uses.append((name, model))
        let instructions = bind(template, number, for: model, log: &log)
        bound[number].instructions = instructions
        return number
    }

    private mutating func bind(
        _ template: Template, _ number: Int, for model: any TemplateModel.Type, log: inout DiagnosticLog
    ) -> [BoundTemplate.Instruction] {
        var instructions: [BoundTemplate.Instruction] = []
        var scopes = [Scope(model: model, names: model.names, end: .max, isOutermost: true)]
        var skippedTo = 0
        for (place, instruction) in template.instructions.enumerated() {
            while scopes[scopes.count - 1].end <= place { scopes.removeLast() }
            let scope = scopes[scopes.count - 1]
            // What a section without a model means is not known.
            guard place >= skippedTo else {
                instructions.append(.newline)
                continue
            }
            switch instruction {
            case .text(let range): instructions.append(.text(range))
            case .newline: instructions.append(.newline)
            case .variable(let name, let position):
                instructions.append(variable(name, in: scope, at: position, log: &log) ?? .newline)
            case .section(let name, let isInverted, let end, let position):
                guard let (condition, kind) = condition(name, in: scope, at: position, log: &log) else {
                    skippedTo = end
                    instructions.append(.newline)
                    continue
                }
                if let item = kind?.item, !isInverted {
                    scopes.append(Scope(model: item, names: item.names, end: end, isOutermost: false))
                }
                instructions.append(.section(condition, isInverted: isInverted, end: end))
            case .partial(let name, let indent, let position):
                guard let included = bind(name, for: scope.model, log: &log) else {
                    report(.unknownPartial(name, at: position), to: &log)
                    instructions.append(.newline)
                    continue
                }
                if scope.isOutermost {
                    inclusions[number, default: []].append(Inclusion(template: name, number: included, position: position))
                }
                instructions.append(.partial(template: included, indent: indent))
            }
        }
        return instructions
    }
}

extension FieldKind {
    /// The model that a section of this kind is printed for.
    var item: (any TemplateModel.Type)? {
        switch self {
        case .list(let item), .part(let item): item
        case .text, .flag, .arguments: nil
        }
    }
}

// MARK: - Names

extension TemplateBinder {
    private mutating func variable(
        _ name: String, in scope: Scope, at position: Position, log: inout DiagnosticLog
    ) -> BoundTemplate.Instruction? {
        if name == "-index" { return .index }
        guard let (place, kind) = resolve(name, in: scope, at: position, log: &log) else { return nil }
        switch kind {
        case .text, .arguments: return .value(place)
        case .flag, .list, .part:
            report(.notText(name, at: position), to: &log)
            return nil
        }
    }

    /// What a section depends on, and the kind of its value.
    private mutating func condition(
        _ name: String, in scope: Scope, at position: Position, log: inout DiagnosticLog
    ) -> (BoundTemplate.Condition, FieldKind?)? {
        switch name {
        case "-first": (.first, nil)
        case "-last": (.last, nil)
        default: resolve(name, in: scope, at: position, log: &log).map { (.value($0), $1) }
        }
    }

    private mutating func resolve(
        _ name: String, in scope: Scope, at position: Position, log: inout DiagnosticLog
    ) -> (BoundTemplate.Place, FieldKind)? {
        if let index = scope.names.firstIndex(where: { $0.name == name }) { return (.own(index), scope.names[index].kind) }
        if let index = constants.firstIndex(where: { $0.name == name }) { return (.constant(index), constants[index].kind) }
        report(.unknownName(name, among: (scope.names + constants).map(\.name), at: position), to: &log)
        return nil
    }

    private mutating func report(_ diagnostic: Diagnostic, to log: inout DiagnosticLog) {
        if reported.insert(diagnostic.position).inserted { log.report(diagnostic) }
    }
}

// MARK: - Templates that include themselves

extension TemplateBinder {
    /// Reports the templates that include themselves for the same values, which would be printed without end.
    mutating func checkInclusions(log: inout DiagnosticLog) {
        var finished: Set<Int> = []
        for number in bound.indices { check(number, among: [], &finished, log: &log) }
    }

    private mutating func check(_ number: Int, among including: Set<Int>, _ finished: inout Set<Int>, log: inout DiagnosticLog) {
        guard !finished.contains(number) else { return }
        let including = including.union([number])
        for inclusion in inclusions[number] ?? [] {
            if including.contains(inclusion.number) {
                report(.includesItself(inclusion.template, at: inclusion.position), to: &log)
            } else {
                check(inclusion.number, among: including, &finished, log: &log)
            }
        }
        finished.insert(number)
    }
}

extension Diagnostic {
    fileprivate static func notText(_ name: String, at position: Position) -> Diagnostic {
        Diagnostic(.error, "'\(name)' is no text, use it as a section", at: position)
    }

    fileprivate static func unknownName(_ name: String, among names: [String], at position: Position) -> Diagnostic {
        let guess = suggestion(for: name, among: names)
        return Diagnostic(.error, "unknown name '\(name)'\(guess)", at: position)
    }

    fileprivate static func unknownPartial(_ name: String, at position: Position) -> Diagnostic {
        Diagnostic(.error, "no template is called '\(name)'", at: position)
    }

    fileprivate static func includesItself(_ name: String, at position: Position) -> Diagnostic {
        Diagnostic(.error, "template '\(name)' includes itself", at: position)
    }
}
