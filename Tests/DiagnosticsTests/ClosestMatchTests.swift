import Diagnostics
import Testing

@Test(arguments: [
    ("queery", "query"), ("headr", "header"), ("Cookie", "cookie"), ("paht", "path"), ("x", nil), ("formData", nil), ("", nil),
])
func aMisspeltNameFindsWhatWasMeant(_ name: String, _ expected: String?) {
    #expect(closestMatch(to: name, in: ["path", "query", "header", "cookie"]) == expected)
}

@Test func theFirstOfEquallyCloseNamesIsTaken() {
    #expect(closestMatch(to: "bar", in: ["baz", "bat"]) == "baz")
    #expect(closestMatch(to: "bat", in: ["cart", "bats"]) == "bats")
}

@Test func hugeNamesAreNotCompared() {
    #expect(closestMatch(to: String(repeating: "a", count: 100_000), in: ["a"]) == nil)
    #expect(closestMatch(to: "abc", in: [String(repeating: "a", count: 1_000_000), "abd"]) == "abd")
}
