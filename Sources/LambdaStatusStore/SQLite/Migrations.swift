#if StatusService
internal import GRDB

/// The steps from an empty file to today's tables; a step that was released is never edited.
var migrations: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("instances and tokens") { database in
        try database.execute(
            sql: """
                CREATE TABLE instance (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    uuid INTEGER NOT NULL UNIQUE,
                    name TEXT NOT NULL DEFAULT 'Lambda Instance',
                    status TEXT NOT NULL DEFAULT 'PENDING' CHECK (status IN (
                        'STARTED', 'STOPPED', 'PENDING', 'STARTING', 'STOPPING',
                        'DESTROYING', 'DESTROYED', 'SCALING_UP', 'SCALING_DOWN', 'FAILED'))
                ) STRICT;

                CREATE TABLE token (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    lookup INTEGER NOT NULL,
                    hash BLOB NOT NULL UNIQUE,
                    label TEXT NOT NULL,
                    hint TEXT NOT NULL,
                    addedAt TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
                ) STRICT;
                CREATE INDEX tokenLookup ON token (lookup);

                CREATE TABLE tokenHashKey (
                    id INTEGER PRIMARY KEY CHECK (id = 1),
                    key BLOB NOT NULL
                ) STRICT;
                INSERT INTO tokenHashKey VALUES (1, randomblob(32));
                """)
    }
    return migrator
}
#endif
