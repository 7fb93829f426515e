import APIRuntime
import Features
import Testing

/// What `Specs/Features/formats.yaml` and `Specs/Features/tuples.yaml` became, at the edges of what they hold.
struct FormatTests {
    @Test(arguments: [
        #"{"dateTime":"2024-02-29T23:59:60Z"}"#, #"{"dateTime":"0001-01-01T00:00:00.123456789+14:00"}"#,
        #"{"dateTime":"9999-12-31T23:59:59.1-12:00"}"#, #"{"date":"2024-02-29"}"#, #"{"time":"23:59:59.5Z"}"#,
        #"{"duration":"P1Y2M3DT4H5M6S"}"#, #"{"duration":"P2W"}"#, #"{"uuid":"f81d4fae-7dec-11d0-a765-00a0c91e6bf6"}"#,
        #"{"byte":"AQID"}"#, #"{"byte":""}"#, #"{"base64url":"-_8"}"#, #"{"decimal":"0.1000000000000000055511151231257827"}"#,
        #"{"uri":"https://a/b?c#d"}"#, #"{"ipv6":"::1"}"#, #"{"binary":"x"}"#, #"{"ownFormat":"red"}"#,
    ])
    func textsAreWrittenAsTheyWereRead(json: String) throws {
        #expect(try roundTrip(Formats.Texts.self, json) == json)
    }

    @Test(arguments: [
        #"{"dateTime":"2023-02-29T00:00:00Z"}"#, #"{"dateTime":"2024-01-01"}"#, #"{"date":"2024-13-01"}"#, #"{"time":"25:00:00Z"}"#,
        #"{"duration":"1h"}"#, #"{"uuid":"no"}"#, #"{"byte":"***"}"#, #"{"decimal":"a"}"#,
    ])
    func textsThatDoNotFitAreRefused(json: String) {
        #expect(throws: JSONError.self) { try read(Formats.Texts.self, json) }
    }

    @Test(arguments: [
        #"{"int8":-128}"#, #"{"int32":2147483647}"#, #"{"int64":-9223372036854775808}"#, #"{"uint8":255}"#,
        #"{"uint32":4294967295}"#, #"{"uint64":18446744073709551615}"#, #"{"integer":9223372036854775807}"#,
        #"{"wide":18446744073709551615}"#, #"{"huge":340282366920938463463374607431768211455}"#,
        #"{"decimal":0.1000000000000000055511151231257827}"#, #"{"double":1.7976931348623157e+308}"#, #"{"number":-0.5}"#,
    ])
    func theLargestNumbersAreWrittenAsTheyWereRead(json: String) throws {
        #expect(try roundTrip(Formats.Numbers.self, json) == json)
    }

    @Test(arguments: [
        #"{"int8":128}"#, #"{"int32":2147483648}"#, #"{"int64":9223372036854775808}"#, #"{"uint8":-1}"#, #"{"uint64":-1}"#,
        #"{"integer":1.5}"#, #"{"float":1e39}"#,
    ])
    func numbersThatDoNotFitAreRefused(json: String) {
        #expect(throws: JSONError.self) { try read(Formats.Numbers.self, json) }
    }

    @Test func placesHaveTypesOfTheirOwn() throws {
        #expect(try roundTrip(Tuples.Pair.self, #"["a",1]"#) == #"["a",1]"#)
        #expect(try roundTrip(Tuples.Loose.self, #"["a",1,{"b":2},null]"#) == #"["a",1,{"b":2},null]"#)
        #expect(try roundTrip(Tuples.Loose.self, "[]") == "[]")
        #expect(try read(Tuples.Rest.self, #"["a",1,2]"#).rest == [1, 2])
        #expect(try roundTrip(Tuples.Records.self, #"[["a",1.5],["b",null]]"#) == #"[["a",1.5],["b",null]]"#)
        #expect(throws: JSONError.self) { try read(Tuples.Pair.self, #"["a"]"#) }
        #expect(throws: JSONError.self) { try read(Tuples.Pair.self, #"[1,"a"]"#) }
    }
}
