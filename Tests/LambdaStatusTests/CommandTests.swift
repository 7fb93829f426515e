#if StatusService
import Testing

@Suite struct CommandTests {
    let folder: Folder

    init() throws { folder = try Folder() }

    @Test func seedDemoPrintsTheTokenOfThePageAndAddsItsInstance() throws {
        let seeded = try run(in: folder, "seed-demo")
        #expect(seeded.status == 0)
        #expect(seeded.lines == ["tJ3b3f32f23ceuqdoS_TH7m0d6yxmlWL1r2ralKcttY"])
        #expect(try run(in: folder, "instance", "list").lines == ["14\t3\tSTARTED\tLambda Instance 2"])
    }

    @Test func seedDemoTwiceIsSeedDemoOnce() throws {
        try run(in: folder, "seed-demo")
        try run(in: folder, "instance", "set-status", "3", "FAILED")
        #expect(try run(in: folder, "seed-demo").status == 0)
        #expect(try run(in: folder, "instance", "list").lines == ["14\t3\tSTARTED\tLambda Instance 2"])
        #expect(try run(in: folder, "token", "list").lines.count == 1)
    }

    @Test func newInstanceHasTheDefaultsOfThePage() throws {
        #expect(try run(in: folder, "instance", "add").lines == ["1"])
        #expect(try run(in: folder, "instance", "list").lines == ["1\t1\tPENDING\tLambda Instance"])
    }

    @Test func instanceTakesUUIDNameAndStatus() throws {
        try run(in: folder, "instance", "add", "--uuid", "-7", "--name", "naïve ☃", "--status", "SCALING_UP")
        #expect(try run(in: folder, "instance", "list").lines == ["1\t-7\tSCALING_UP\tnaïve ☃"])
    }

    @Test func takenUUIDIsRefused() throws {
        try run(in: folder, "instance", "add", "--uuid", "3")
        let second = try run(in: folder, "instance", "add", "--uuid", "3")
        #expect(second.status == 1)
        #expect(second.errors.contains("there already is a lambda instance with the uuid 3"))
    }

    @Test(arguments: [
        "STARTED", "STOPPED", "PENDING", "STARTING", "STOPPING",
        "DESTROYING", "DESTROYED", "SCALING_UP", "SCALING_DOWN", "FAILED",
    ])
    func statusCanBeEachOfTheTen(status: String) throws {
        try run(in: folder, "instance", "add")
        #expect(try run(in: folder, "instance", "set-status", "1", status).status == 0)
        #expect(try run(in: folder, "instance", "list").lines == ["1\t1\t\(status)\tLambda Instance"])
    }

    @Test(arguments: ["started", "RUNNING", ""])
    func statusCanBeNothingElse(status: String) throws {
        try run(in: folder, "instance", "add")
        let refused = try run(in: folder, "instance", "set-status", "1", status)
        #expect(refused.status == 64)
        #expect(refused.errors.contains("SCALING_DOWN"))
        #expect(try run(in: folder, "instance", "list").lines == ["1\t1\tPENDING\tLambda Instance"])
    }

    @Test func statusOfAnAbsentInstanceCannotBeSet() throws {
        let refused = try run(in: folder, "instance", "set-status", "9", "STARTED")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("there is no lambda instance with the uuid 9"))
    }

    @Test func tokenIsShownOnceAndListedByItsHint() throws {
        let token = try #require(try run(in: folder, "token", "add", "--label", "ops").lines.first)
        #expect(token.count >= 43)
        let listed = try run(in: folder, "token", "list")
        #expect(listed.output.hasPrefix("1\t\(token.prefix(6))…\t"))
        #expect(listed.output.hasSuffix("\tops\n"))
        #expect(!listed.output.contains(token))
    }

    @Test func revokedTokenIsGone() throws {
        try run(in: folder, "token", "add")
        #expect(try run(in: folder, "token", "revoke", "1").status == 0)
        #expect(try run(in: folder, "token", "list").lines.isEmpty)
        #expect(try run(in: folder, "token", "revoke", "1").errors.contains("there is no token with the id 1"))
    }

    @Test func databaseMayBeNamed() throws {
        try run(in: folder, "instance", "add", "--database", "other.sqlite")
        #expect(try run(in: folder, "instance", "list", "--database", "other.sqlite").lines.count == 1)
        #expect(try run(in: folder, "instance", "list").lines.isEmpty)
    }

    @Test func databaseThatCannotBeOpenedIsNamed() throws {
        let refused = try run(in: folder, "instance", "list", "--database", "absent/file.sqlite")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("the database 'absent/file.sqlite' cannot be opened"))
    }

    @Test func importAddsALineAnInstance() throws {
        let imported = try run(
            in: folder, "instance", "import", "--concurrency", "1", input: "5,STARTED,one, two\n-2,FAILED,\n")
        #expect(imported.lines == ["5", "-2"])
        #expect(try run(in: folder, "instance", "list").lines == ["1\t5\tSTARTED\tone, two", "2\t-2\tFAILED\t"])
    }

    @Test func importNamesTheLineThatItCannotReadAndAddsNothing() throws {
        let refused = try run(in: folder, "instance", "import", input: "5,STARTED,one\n6,RUNNING,two\n")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("line 2 must be UUID,STATUS,NAME, found '6,RUNNING,two'"))
        #expect(try run(in: folder, "instance", "list").lines.isEmpty)
    }
}
#endif
