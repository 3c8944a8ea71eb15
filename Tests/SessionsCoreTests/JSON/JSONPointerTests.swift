import Testing

@testable import SessionsCore

@Suite struct JSONPointerTests {
    @Test(
        arguments: [
            ("", []), ("/", [""]), ("/goals/g1/title", ["goals", "g1", "title"]),
            ("/a~1b/m~0n/~01", ["a/b", "m~n", "~1"]),
            ("//", ["", ""]), ("/\u{301}/e/\u{301}", ["\u{301}", "e", "\u{301}"]), ("/~0~1", ["~/"]),
        ] as [(String, [String])])
    func texts(text: String, components: [String]) throws {
        let pointer = try #require(JSONPointer(parsing: text))
        #expect(pointer == JSONPointer(components: components))
        #expect(Array(pointer.description.utf8) == Array(text.utf8))
    }

    @Test(arguments: ["a", "a/b", "/~", "/~2", "/a~/b", "~0"])
    func refusedTexts(text: String) {
        #expect(JSONPointer(parsing: text) == nil)
    }

    @Test func comparesByBytes() {
        #expect(JSONPointer("\u{e9}") != JSONPointer("e\u{301}"))
        #expect(JSONPointer("a").appending("b") == JSONPointer("a", "b"))
        #expect(JSONPointer("a") != JSONPointer("a", "b"))
    }

    @Test func gets() {
        let object: JSONObject = ["a": ["b": ["c": 1], "l": [1]], "": 2]
        #expect(object[JSONPointer("a", "b", "c")] == 1)
        #expect(object[JSONPointer("")] == 2)
        #expect(object[JSONPointer()] == .object(object))
        for path in ["/a/x", "/a/b/c/d", "/a/l/0", "/x/y"] {
            #expect(JSONPointer(parsing: path).flatMap { object[$0] } == nil)
        }
    }

    @Test func setsAndMakesParents() {
        var object: JSONObject = [:]
        #expect(object.set(1, at: JSONPointer("a", "b", "c")) == true)
        #expect(object.set([1], at: JSONPointer("a", "l")) == true)
        #expect(object == ["a": ["b": ["c": 1], "l": [1]]])
        #expect(object.set(2, at: JSONPointer("a", "b")) == true)
        #expect(object == ["a": ["b": 2, "l": [1]]])
    }

    @Test func removesParentsLeftEmpty() {
        var object: JSONObject = ["a": ["b": ["c": 1], "e": [:]], "z": ["y": ["x": 0]]]
        #expect(object.set(nil, at: JSONPointer("z", "y", "x")) == true)
        #expect(object.set(nil, at: JSONPointer("a", "b", "c")) == true)
        #expect(object == ["a": ["e": [:]]])
        // Nothing is removed here, so the empty object is not of this removal's making.
        #expect(object.set(nil, at: JSONPointer("a", "e", "none")) == true)
        #expect(object.set(nil, at: JSONPointer("not", "there")) == true)
        #expect(object == ["a": ["e": [:]]])
        #expect(object.set(nil, at: JSONPointer("a", "e")) == true)
        #expect(object.isEmpty)
    }

    @Test func leavesWhatIsInTheWay() {
        let before: JSONObject = ["a": 1, "l": [1], "o": [:]]
        var object = before
        #expect(object.set(2, at: JSONPointer("a", "b")) == false)
        #expect(object.set(nil, at: JSONPointer("a", "b")) == false)
        #expect(object.set(2, at: JSONPointer("l", "0", "x")) == false)
        #expect(object.set(2, at: JSONPointer()) == false)
        #expect(object.set(nil, at: JSONPointer()) == false)
        #expect(object.set(1, at: JSONPointer(components: Array(repeating: "d", count: 100_000))) == false)
        #expect(object == before)
        #expect(object.set(["new": 1], at: JSONPointer()) == true)
        #expect(object == ["new": 1])
    }
}
