import APIModel
import Printing

/// The function that returns the pages of an operation; `nil` if it has none.
///
/// - Parameter parameters: The parameters of the operation's own function.
func pagesTemplate(of endpoint: Endpoint, parameters: [String], _ spelling: Spelling) -> ClientTemplate.Pages? {
    guard let pages = endpoint.pages else { return nil }
    let locals = endpoint.clientLocals
    let items = closure(pages.items, orElse: "[]")
    var arguments = ["items: " + items]
    var paged: EndpointParameter?
    switch pages.style {
    case .cursor(let parameter, let next):
        arguments = ["cursor: \(locals[parameter.name].spelling)"] + arguments + ["next: " + closure(next)]
        paged = parameter
    case .offset(let parameter, let first):
        arguments.insert("offset: \(locals[parameter.name].spelling)", at: 0)
        if first != 0 { arguments.insert("default: \(first)", at: 1) }
        paged = parameter
    case .page(let parameter, let first):
        arguments.insert("page: \(locals[parameter.name].spelling)", at: 0)
        if first != 1 { arguments.insert("default: \(first)", at: 1) }
        paged = parameter
    case .link: arguments.insert("links: self", at: 0)
    case .url(let next): arguments = ["urls: self"] + arguments + ["next: " + closure(next)]
    }
    if let more = pages.more { arguments.append("more: " + closure(more)) }
    if let total = pages.total { arguments.append("total: " + integerClosure(total, spelling)) }
    let call = endpoint.labels.map { label in
        let local = locals[label].spelling
        guard let paged, label == paged.name else { return "\(label.spelling): \(local)" }
        return "\(label.spelling): " + (paged.type.isOptional ? "$0" : "$0 ?? \(local)")
    }
    let isHidden = endpoint.labels.contains { locals[$0].name == endpoint.name.name }
    let receiver = paged == nil ? "$0." : isHidden ? "self." : ""
    return ClientTemplate.Pages(
        comment: comment(pagesComment(endpoint, pages)),
        isDeprecated: endpoint.operation.isDeprecated, name: pages.name.spelling, parameters: parameters,
        page: resultType(of: endpoint, spelling), item: spelling.type(pages.itemType), arguments: arguments,
        request: "\(receiver)\(endpoint.name.spelling)(\(call.joined(separator: ", ")))")
}

private func pagesComment(_ endpoint: Endpoint, _ pages: EndpointPages) -> String {
    let labels = endpoint.labels.map { $0.name + ":" }.joined()
    let comment = "The pages of ``\(endpoint.name.name)(\(labels))``, each requested when it is needed."
    guard pages.isRecognized, case .cursor(let parameter, let next) = pages.style else { return comment }
    let member = next.properties.last?.name.name ?? ""
    return comment + "\n\nRecognized by the names of the parameter `\(parameter.name.name)` and the property `\(member)`."
}

/// A closure that returns a member of its argument.
private func closure(_ path: MemberPath, orElse fallback: String? = nil) -> String {
    let (text, isOptional) = expression(path)
    return "{ \(text)\(isOptional ? fallback.map { " ?? " + $0 } ?? "" : "") }"
}

/// A closure that returns an integer of any size as an `Int`.
private func integerClosure(_ path: MemberPath, _ spelling: Spelling) -> String {
    let (text, isOptional) = expression(path)
    if path.type.unwrapped == .standard(.int) { return "{ \(text) }" }
    let converted = "\(spelling.swift)Int(clamping: "
    return isOptional ? "{ \(text).map { \(converted)$0) } }" : "{ \(converted)\(text)) }"
}

/// The expression for a member of the argument of a closure.
private func expression(_ path: MemberPath) -> (text: String, isOptional: Bool) {
    var text = "$0"
    var isOptional = false
    /// Takes a value out of its optional types. Optionals of one chain are one.
    func unwrap(_ type: TypeReference) {
        switch type {
        case .optional(let wrapped):
            isOptional = true
            unwrap(wrapped)
        case .nullable(let wrapped):
            text += (isOptional ? "?" : "") + ".wrapped"
            isOptional = true
            unwrap(wrapped)
        default: break
        }
    }
    for property in path.properties {
        text += (isOptional ? "?." : ".") + property.name.member
        unwrap(property.type)
    }
    if path.properties.isEmpty { unwrap(path.type) }
    return (text, isOptional)
}
