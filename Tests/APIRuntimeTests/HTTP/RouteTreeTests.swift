import Testing

@testable import APIRuntime

struct RouteTreeTests {
    private static let templates = [
        "/", "/pets", "/pets/{id}", "/pets/mine", "/pets/{id}/toys/{toy}", "/pets/mine/toys/first", "/report.{format}",
        "/a/{x}.{y}", "/a/{x}", "/v1/{name}:undelete", "/caf%C3%A9", "/files/{from}..{to}/diff",
    ]

    private func tree() -> RouteTree {
        var tree = RouteTree()
        for (index, template) in Self.templates.enumerated() { tree.add(method: "GET", path: template, index: index) }
        return tree
    }

    private func found(_ path: String, method: String = "GET") -> String {
        switch tree().match(method: method, path: Substring(path)) {
        case .found(let index, let captures):
            ([Self.templates[index]] + captures.map { "\($0.name)=\($0.text)" }).joined(separator: " ")
        case .otherMethods(let methods): "other: " + methods.joined(separator: ",")
        case .nothing: "nothing"
        }
    }

    @Test(arguments: [
        ("/", "/"), ("", "/"), ("/pets", "/pets"), ("/pets/", "/pets"), ("/pets//", "nothing"), ("/pet", "nothing"),
        ("/pets/3", "/pets/{id} id=3"), ("/pets/mine", "/pets/mine"), ("/pets/mine/", "/pets/mine"),
        ("/pets/mine/toys/ball", "/pets/{id}/toys/{toy} id=mine toy=ball"), ("/pets/mine/toys/first", "/pets/mine/toys/first"),
        ("/pets/a%2Fb", "/pets/{id} id=a%2Fb"), ("/%70ets", "/pets"), ("/PETS", "nothing"),
        ("/report.json", "/report.{format} format=json"), ("/report.", "nothing"), ("/report", "nothing"),
        ("/a/b.c", "/a/{x}.{y} x=b y=c"), ("/a/b.c.d", "/a/{x}.{y} x=b y=c.d"), ("/a/b", "/a/{x} x=b"), ("/a/.c", "/a/{x} x=.c"),
        ("/v1/thing:undelete", "/v1/{name}:undelete name=thing"), ("/v1/:undelete", "nothing"), ("/v1/thing", "nothing"),
        ("/caf%c3%a9", "/caf%C3%A9"), ("/café", "/caf%C3%A9"), ("/files/1..2/diff", "/files/{from}..{to}/diff from=1 to=2"),
        ("//pets", "nothing"), ("/pets/%", "/pets/{id} id=%"), ("/%zz", "nothing"),
    ])
    func pathFindsItsTemplate(path: String, expected: String) {
        #expect(found(path) == expected)
    }

    @Test func headFollowsGetAndOtherMethodsAreNamed() {
        #expect(found("/pets", method: "HEAD") == "/pets")
        #expect(found("/pets", method: "DELETE") == "other: GET")
    }

    @Test func aMethodIsAlsoLookedForBehindAParameter() {
        var tree = RouteTree()
        tree.add(method: "GET", path: "/a/{x}", index: 0)
        tree.add(method: "POST", path: "/a/b", index: 1)
        guard case .found(let index, _) = tree.match(method: "GET", path: "/a/b") else {
            Issue.record("GET /a/b was not found")
            return
        }
        #expect(index == 0)
    }
}
