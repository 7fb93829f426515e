import APIModel
import Diagnostics

extension Comparison {
    /// Compares the servers of the documents.
    func compareServers() {
        compare(old.about.servers, new.about.servers, "document", from: old.about.position, to: new.about.position)
        let (before, after) = (old.about.basePath, new.about.basePath)
        if before != after {
            recorder.add(
                .basePathChanged, "document", old: before, new: after,
                from: old.about.servers.first?.position ?? old.about.position,
                to: new.about.servers.first?.position ?? new.about.position)
        }
    }

    /// Compares the servers that an operation or its path declares.
    func compareServers(_ pair: OperationPair) {
        guard pair.old.hasOwnServers || pair.new.hasOwnServers else { return }
        compare(pair.old.servers, pair.new.servers, pair.subject, from: pair.old.position, to: pair.new.position)
    }

    private func compare(
        _ before: [ServerAddress], _ after: [ServerAddress], _ subject: String, from oldPosition: Position,
        to newPosition: Position
    ) {
        for server in before {
            guard let other = after.first(where: { $0.url == server.url }) else {
                recorder.add(.serverRemoved, subject, name: server.template, from: server.position, to: newPosition)
                continue
            }
            compareVariables(server, other, subject)
        }
        for server in after where !before.contains(where: { $0.url == server.url }) {
            recorder.add(.serverAdded, subject, name: server.template, from: oldPosition, to: server.position)
        }
    }

    private func compareVariables(_ before: ServerAddress, _ after: ServerAddress, _ subject: String) {
        for variable in before.variables {
            guard let other = after.variables.first(where: { $0.name == variable.name }) else { continue }
            let isKept = other.values.isEmpty || !variable.values.isEmpty && Set(variable.values).isSubset(of: other.values)
            guard variable.defaultValue != other.defaultValue || !isKept else { continue }
            recorder.add(
                .serverVariableChanged, subject, name: variable.name, old: before.template, from: before.position,
                to: after.position)
        }
    }
}

extension ServerAddress {
    /// The URL without a slash at its end.
    fileprivate var url: Substring {
        template.hasSuffix("/") ? template.dropLast() : template[...]
    }
}
