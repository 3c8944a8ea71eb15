import Testing

@testable import SessionsCore

@Suite struct JSONArrayReaderTests {
    private func elements(_ text: String) throws -> [String] {
        var reader = JSONArrayReader(ByteSource(Array(text.utf8)))
        var elements: [String] = []
        while let (line, text) = try reader.next() {
            elements.append("\(line): " + String(decoding: text, as: UTF8.self))
        }
        #expect(try reader.next() == nil)
        return elements
    }

    @Test(arguments: [
        ("[]", []), (" [ \n ] \n", []), ("[{}]", ["1: {}"]), ("{\"a\": [1]} ", ["1: {\"a\": [1]}"]),
        (
            "[\n  {\"a\": \"}],\\\"{\"},\n  {\n\"b\": [{}, []]}\n]",
            ["2: {\"a\": \"}],\\\"{\"}", "3: {\n\"b\": [{}, []]}"]
        ),
        ("[1,\"a,b\" , null]", ["1: 1", "1: \"a,b\"", "1: null"]), ("[[],{}]", ["1: []", "1: {}"]),
    ])
    func elementsAreTakenApart(_ text: String, _ expected: [String]) throws {
        #expect(
            try elements(text).map { $0.replacing(" ", with: "") }
                == expected.map { $0.replacing(" ", with: "") })
    }

    @Test func anElementBeyondTheLimitIsPassedOver() throws {
        let long = "{\"a\": \"" + String(repeating: "\\\"b", count: 20) + "\"}"
        var reader = JSONArrayReader(ByteSource(Array("[1, \(long),\n2]".utf8)), limit: 20)
        #expect(try reader.next()?.text == Array("1".utf8))
        do throws(JSONArrayReader.Problem) {
            _ = try reader.next()
            Issue.record("it was taken")
        } catch {
            #expect(error.fault == .tooLarge && error.text == "it is longer than 20 bytes" && error.line == 1)
        }
        #expect(try reader.next()?.text == Array("2".utf8))
        #expect(try reader.next() == nil)
    }

    @Test(arguments: [
        ("", "line 1: expected '[', found the end"), ("x", "line 1: expected '[', found 'x'"),
        ("[", "line 1: expected a session, found the end"),
        ("[,{}]", "line 1: expected a session, found ','"),
        ("[{}\n{}]", "line 2: expected ',' or ']', found '{'"),
        ("[{},\n]", "line 2: expected a session, found ']'"),
        ("[{},", "line 1: expected a session, found the end"),
        ("[{}", "line 1: expected ',' or ']', found the end"),
        ("[]\n[]", "line 2: expected the end of the text, found '['"),
        ("{}\n{}", "line 2: expected the end of the text, found '{'"),
    ])
    func whatStandsBetweenThemIsChecked(_ text: String, _ expected: String) throws {
        do {
            _ = try elements(text)
            Issue.record("\(text) was taken")
        } catch let problem as JSONArrayReader.Problem {
            #expect("line \(problem.line): \(problem.text)" == expected)
        }
    }
}
