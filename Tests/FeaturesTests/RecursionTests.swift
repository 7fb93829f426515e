import APIRuntime
import Features
import Testing

/// What `Specs/Features/recursion.yaml` became.
struct RecursionTests {
    @Test func aThousandLevelsAreReadWrittenAndForgotten() throws {
        let depth = 1_000
        func nested(_ open: String, _ innermost: String, _ close: String) -> String {
            String(repeating: open, count: depth) + innermost + String(repeating: close, count: depth)
        }
        let node = nested(#"{"value":1,"next":"#, #"{"value":2}"#, "}")
        #expect(try roundTrip(Recursion.Node.self, node) == node)
        let tree = nested(#"{"children":["#, #"{"children":[]}"#, "]}")
        #expect(throws: JSONError.self) { try read(Recursion.Tree.self, tree) }
        let array = nested("[", "[]", "]")
        #expect(try roundTrip(Recursion.Nested.self, array) == array)
        let list = nested("[1,", "[2]", "]")
        #expect(try roundTrip(Recursion.List.self, list) == list)
        let term = nested(#"{"term":"#, "5", "}")
        #expect(try roundTrip(Recursion.Term.self, term) == term)
        let folder = nested(#"{"f":"#, "{}", "}")
        #expect(try roundTrip(Recursion.Folder.self, folder) == folder)
    }

    @Test(arguments: [100_000, 1_000_000])
    func farMoreLevelsAreRefused(depth: Int) {
        let json = String(repeating: #"{"value":1,"next":"#, count: depth) + "null" + String(repeating: "}", count: depth)
        #expect(throws: JSONError.self) { try read(Recursion.Node.self, json) }
    }

    @Test func copiesAreValues() {
        let inner = Recursion.Node(value: 2)
        var one = Recursion.Node(value: 1, next: inner)
        let other = one
        one.next?.value = 3
        #expect(other.next?.value == 2)
        #expect(one.next?.value == 3)
    }

    @Test func ringsOfTypesAreRead() throws {
        let json = #"{"egg":{"chicken":{"egg":{"chicken":null}}}}"#
        #expect(try roundTrip(Recursion.Chicken.self, json) == json)
        let any = #"{"a":[1,null,true,"x",{"b":[]}]}"#
        #expect(try roundTrip(Recursion.JSON.self, any) == any)
        #expect(try roundTrip(Recursion.Endless.self, any) == any)
    }
}
