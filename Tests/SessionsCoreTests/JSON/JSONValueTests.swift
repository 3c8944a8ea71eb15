import Testing

@testable import SessionsCore

@Suite struct JSONValueTests {
    @Test func accessorsAnswerOnlyForTheirKind() {
        let all: [JSON] = [.null, true, 3, "x", [1], ["a": 1]]
        #expect(
            all.map { $0.kindName } == [
                "null", "true or false", "a number", "a string", "an array", "an object",
            ])
        #expect(all.map { $0.boolValue } == [nil, true, nil, nil, nil, nil])
        #expect(all.map { $0.intValue } == [nil, nil, 3, nil, nil, nil])
        #expect(all.map { $0.doubleValue } == [nil, nil, 3, nil, nil, nil])
        #expect(all.map { $0.stringValue } == [nil, nil, nil, "x", nil, nil])
        #expect(all.map { $0.arrayValue } == [nil, nil, nil, nil, [1], nil])
        #expect(all.map { $0.objectValue } == [nil, nil, nil, nil, nil, ["a": 1]])
        for (index, value) in all.enumerated() {
            #expect(all.indices.filter { all[$0] == value } == [index])
        }
    }

    @Test(
        arguments: [
            ("0", 0), ("-0", 0), ("-0.0e5", 0), ("0e999999999999999999999", 0), ("25", 25), ("25.0", 25),
            ("2.50e1", 25),
            ("2500e-2", 25), ("-0.003E+3", -3), ("1e18", 1_000_000_000_000_000_000), ("1e19", nil),
            ("2.5", nil),
            ("1e-1", nil), ("1e-99999999999999999999999", nil), ("1e99999999999999999999999", nil),
            ("9223372036854775807", Int.max), ("9223372036854775808", nil), ("-9223372036854775808", Int.min),
            ("-9223372036854775809", nil), ("9223372036854775807.00", Int.max),
            ("-9.223372036854775808e18", Int.min),
            ("9.223372036854775808e18", nil), ("0.0000000000000000000000000000012e31", 12),
        ] as [(String, Int?)])
    func wholeNumbers(text: String, value: Int?) throws {
        #expect(try JSON(parsing: text).intValue == value)
    }

    @Test(
        arguments: [
            (0.0, "0"), (-0.0, "-0"), (1, "1"), (0.1, "0.1"), (-2.5, "-2.5"), (1e21, "1e+21"),
            (Double.leastNonzeroMagnitude, "5e-324"),
            (123_456_789, "123456789"), (Double.greatestFiniteMagnitude, "1.7976931348623157e+308"),
        ] as [(Double, String)])
    func doublesAreWrittenShort(value: Double, text: String) throws {
        let number = try #require(JSONNumber(value))
        #expect(number.text == text)
        #expect(try JSON(parsing: text).doubleValue?.bitPattern == value.bitPattern)
    }

    @Test func numbersThatHaveNoDouble() throws {
        #expect(JSONNumber(Double.nan) == nil)
        #expect(JSONNumber(-Double.infinity) == nil)
        #expect(try JSON(parsing: "1e400").doubleValue == nil)
        #expect(try JSON(parsing: "1e-400").doubleValue == 0)
        #expect(try JSON(parsing: "1.0") != JSON(parsing: "1"))
        #expect(JSONNumber(Int.min).text == "-9223372036854775808")
    }

    @Test func membersAreSortedByBytes() {
        let object: JSONObject = [
            "b": 1, "ab": 2, "a": 3, "": 4, "é": 5, "a\0": 6, "12345678": 7, "123456789": 8, "b ": 9,
        ]
        #expect(object.keys == ["", "12345678", "123456789", "a", "a\0", "ab", "b", "b ", "é"])
        #expect(object.count == 9 && !object.isEmpty)
        #expect(object["a\0"] == 6 && object["12345678"] == 7 && object["1234567"] == nil)
        #expect(JSONObject([("k", 1), ("j", 0), ("k", 2)]) == ["j": 0, "k": 2])
    }

    @Test func settingAndRemoving() {
        var object: JSONObject = ["b": 1]
        object["a"] = 0
        object["c"] = nil
        object["b"] = nil
        #expect(object == ["a": 0])
        let copy = object
        object["a"] = "changed"
        #expect(copy == ["a": 0] && object == ["a": "changed"])
    }

    /// A copy would move the members to another place.
    @Test func changingASingleReferenceCopiesNothing() {
        func address(_ object: JSONObject) -> Int {
            object.members.withUnsafeBufferPointer { Int(bitPattern: $0.baseAddress) }
        }
        var outer: JSONObject = ["inner": .object(JSONObject((0..<100).map { ("key \($0)", 0) }))]
        let outerAddress = address(outer)
        let innerAddress = outer["inner"]?.objectValue.map(address)
        for round in 0..<100 {
            #expect(outer.set("by pointer", at: JSONPointer("inner", "key \(round)")) == true)
        }
        #expect(address(outer) == outerAddress)
        #expect(outer["inner"]?.objectValue.map(address) == innerAddress)
    }
}
