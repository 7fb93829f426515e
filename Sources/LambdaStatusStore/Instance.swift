#if StatusService
internal import GRDB

/// A lambda instance, as the database has it.
package struct Instance: Hashable, Sendable {
    package var id: Int
    package var uuid: Int
    package var name: String
    package var status: InstanceStatus

    package init(id: Int, uuid: Int, name: String, status: InstanceStatus) {
        self.id = id
        self.uuid = uuid
        self.name = name
        self.status = status
    }
}

/// What a lambda instance is doing.
package enum InstanceStatus: String, CaseIterable, Sendable {
    case started = "STARTED"
    case stopped = "STOPPED"
    case pending = "PENDING"
    case starting = "STARTING"
    case stopping = "STOPPING"
    case destroying = "DESTROYING"
    case destroyed = "DESTROYED"
    case scalingUp = "SCALING_UP"
    case scalingDown = "SCALING_DOWN"
    case failed = "FAILED"
}

extension InstanceStatus: DatabaseValueConvertible {}

extension Instance: FetchableRecord {
    static let columns = "id, uuid, name, status"

    init(row: Row) throws {
        try id = row.decode(atIndex: 0)
        try uuid = row.decode(atIndex: 1)
        try name = row.decode(atIndex: 2)
        try status = row.decode(atIndex: 3)
    }
}
#endif
