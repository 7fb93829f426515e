import APIRuntime
import Testing

/// Values that are written as literals in code.
struct LiteralTests {
    private struct Item {
        var price: DecimalNumber = 9.99
        var count: DecimalNumber = 3
        var total: DecimalText = 0.1
        var note: Nullable<String>? = "by hand"
        var stock: Nullable<Int>? = 5
        var rating: Nullable<Double>? = 4.5
        var isNew: Nullable<Bool>? = true
        var tags: Nullable<[String]>? = ["a", "b"]
        var owner: Nullable<String> = nil
        var cost: Nullable<DecimalNumber> = 12.30
    }

    @Test func decimalsAreWhatIsWritten() {
        let item = Item()
        #expect(item.price.text == "9.99")
        #expect(item.count.text == "3")
        #expect(item.total.number.text == "0.1")
        #expect((-1234567.89 as DecimalNumber).text == "-1234567.89")
        #expect((1e21 as DecimalNumber) == DecimalNumber("1000000000000000000000"))
    }

    @Test func nullableValuesAreWrittenLikeTheirValues() {
        var item = Item()
        #expect(item.note?.wrapped == "by hand")
        #expect(item.stock == .value(5))
        #expect(item.rating == 4.5)
        #expect(item.isNew == true)
        #expect(item.tags == ["a", "b"])
        #expect(item.owner == .null)
        #expect(item.cost.wrapped?.text == "12.3")
        item.note = nil
        #expect(item.note == nil, "nil is an absent member, as before")
        item.note = .null
        #expect(item.note != nil)
    }
}
