import APIModel
import Printing

/// The parts of a client, each with the operations of a tag under shorter names.
func groupTemplates(of interface: Interface, _ spelling: Spelling) -> [ClientTemplate.Group] {
    interface.clientGroups.map { group in
        let tag = "`\(SwiftText.commentLine(group.tag))`"
        let description = group.description.map { "\n\n" + $0 } ?? ""
        return ClientTemplate.Group(
            comment: comment("The operations of the tag \(tag)." + description), property: group.property.spelling,
            typeName: group.typeName.spelling, clientName: interface.prefix + "Client",
            functions: group.functions.map { functionTemplate($0, spelling) })
    }
}

private func functionTemplate(_ function: ClientGroupFunction, _ spelling: Spelling) -> ClientTemplate.GroupFunction {
    let endpoint = function.endpoint
    let locals = endpoint.clientLocals
    let isHidden = endpoint.labels.contains { locals[$0].name == "client" }
    let chosen = (endpoint.body?.mediaTypes == nil ? [] : ["mediaType"]) + (endpoint.clientChoosesResponse ? ["accept"] : [])
    return ClientTemplate.GroupFunction(
        comment: comment(callComment(endpoint)), isDeprecated: endpoint.operation.isDeprecated, name: function.name.spelling,
        parameters: functionParameters(of: endpoint, spelling), error: spelling.error(of: endpoint),
        result: resultType(of: endpoint, spelling), operation: "\(isHidden ? "self." : "")client.\(endpoint.name.member)",
        arguments: endpoint.labels.map { "\($0.label): \(locals[$0].spelling)" } + chosen.map { "\($0): \($0)" })
}
