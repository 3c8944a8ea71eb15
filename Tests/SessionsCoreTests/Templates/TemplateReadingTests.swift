import Testing

@testable import SessionsCore

@Suite struct TemplateReadingTests {
    /// What is wrong with a file, without the path.
    private func problem(_ text: String) -> String? {
        do throws(SessionsError) {
            _ = try TemplateFile.parse(
                Array(text.utf8), named: "sample", of: .workspace, path: "sample.json")
            return nil
        } catch {
            #expect(error.code == .damaged)
            return String(error.message.dropFirst("cannot read 'sample.json': ".count))
        }
    }

    @Test(arguments: [
        ("[1]", "line 1, column 1: expected an object"),
        ("{}", "line 1, column 1: expected a whole number from 1 at /schema"),
        ("{\"schema\": 1,\n  \"title\": 7}", "line 2, column 12: expected a title of one line at /title"),
        (
            "{\"schema\": 1, \"title\": \"a\\nb\"}",
            "line 1, column 24: expected a title of one line at /title"
        ),
        ("{\"schema\": 1, \"title\": \" \"}", "line 1, column 24: expected a title of one line at /title"),
        ("{\"schema\": 1, \"summary\": \"\"}", "line 1, column 26: expected one line at /summary"),
        (
            "{\"schema\": 1, \"title\": \"{{a}}\", \"fields\": {\"b\": {}}}",
            "line 1, column 24: expected one of its fields (b, title) instead of '{{a}}' at /title"
        ),
        (
            "{\"schema\": 1, \"tags\": [\"{{Title}}\"]}",
            "line 1, column 23: expected one of its fields (title) instead of '{{Title}}' at /tags"
        ),
        (
            "{\"schema\": 1, \"tags\": [\"a b\"]}",
            "line 1, column 23: expected tags of one word without commas at /tags"
        ),
        ("{\"schema\": 1, \"tags\": \"a\"}", "line 1, column 23: expected a list of texts at /tags"),
        (
            "{\"schema\": 1, \"project\": \"web.\"}",
            "line 1, column 26: expected words joined by points, like web.auth at /project"
        ),
        (
            "{\"schema\": 1, \"plannedMinutes\": \"90\"}",
            "line 1, column 33: expected a number of minutes, or '{{name}}' of a duration at /plannedMinutes"
        ),
        (
            "{\"schema\": 1, \"plannedMinutes\": \"{{a}}\", \"fields\": {\"a\": {}}}",
            "line 1, column 33: expected a number of minutes, or '{{name}}' of a duration at /plannedMinutes"
        ),
        (
            "{\"schema\": 1, \"participants\": {\"lin\": \"boss\"}}",
            "line 1, column 39: expected viewer, commenter, editor or owner at /participants/lin"
        ),
        (
            "{\"schema\": 1, \"participants\": {\"{{a}}\": \"editor\"}, \"fields\": {\"a\": {}}}",
            "line 1, column 41: expected an e-mail address as a key at /participants/{{a}}"
        ),
        ("{\"schema\": 1, \"goals\": []}", "line 1, column 24: expected an object at /goals"),
        ("{\"schema\": 1, \"goals\": {\"g\": 1}}", "line 1, column 30: expected an object at /goals/g"),
        (
            "{\"schema\": 1, \"goals\": {\"g\": {}}}",
            "line 1, column 30: expected a title of one line at /goals/g/title"
        ),
        (
            "{\"schema\": 1, \"goals\": {\"g\": {\"title\": \"a\", \"weight\": -1}}}",
            "line 1, column 55: expected a number from 0 to 1,000,000 at /goals/g/weight"
        ),
        (
            "{\"schema\": 1, \"goals\": {\"g\": {\"title\": \"a\", \"milestones\": {\"m\": {\"title\": \"b\",\n"
                + "\"check\": \"test -n {{a}}\"}}}}, \"fields\": {\"a\": {}}}",
            "line 2, column 10: expected a command without placeholders, which a shell would take for more than "
                + "a value at /goals/g/milestones/m/check"
        ),
        (
            "{\"schema\": 1, \"goals\": {\"g\": {\"title\": \"a\", \"milestones\": {\"m\": {\"title\": \"b\", "
                + "\"check\": 1}}}}}",
            "line 1, column 89: expected a command without placeholders, which a shell would take for more than "
                + "a value at /goals/g/milestones/m/check"
        ),
        (
            "{\"schema\": 1, \"fields\": {\"A\": {}}}",
            "line 1, column 31: expected a name of lower-case letters, digits, '-' and '_' that begins with a "
                + "letter, other than title, at /fields/A"
        ),
        (
            "{\"schema\": 1, \"fields\": {\"a\": {\"type\": \"int\"}}}",
            "line 1, column 40: expected one of text, number, date, duration, choice, flag at /fields/a/type"
        ),
        (
            "{\"schema\": 1, \"fields\": {\"a\": {\"type\": \"choice\"}}}",
            "line 1, column 31: expected a list of texts to choose from at /fields/a/choices"
        ),
        (
            "{\"schema\": 1, \"fields\": {\"a\": {\"choices\": [\"b\"]}}}",
            "line 1, column 43: expected choices for a choice only at /fields/a/choices"
        ),
        (
            "{\"schema\": 1, \"fields\": {\"a\": {\"type\": \"choice\", \"choices\": [\"b\", 1]}}}",
            "line 1, column 61: expected a list of texts to choose from at /fields/a/choices"
        ),
        (
            "{\"schema\": 1, \"fields\": {\"a\": {\"type\": \"choice\", \"choices\": [\"b\"], \"default\": \"c\"}}}",
            "line 1, column 79: expected a choice (b) at /fields/a/default"
        ),
        (
            "{\"schema\": 1, \"fields\": {\"a\": {\"type\": \"date\", \"default\": \"soon\"}}}",
            "line 1, column 59: expected a date (like 2026-11-22, today or monday) at /fields/a/default"
        ),
        (
            "{\"schema\": 1, \"fields\": {\"a\": {\"default\": []}}}",
            "line 1, column 43: expected a text, a number, or true or false at /fields/a/default"
        ),
        ("{\"schema\": 1,", "line 1, column 14: expected a key, found the end of the text"),
    ])
    func aProblemIsNamedWithItsPlace(_ text: String, _ expected: String) {
        #expect(problem(text) == expected)
    }

    @Test(arguments: [
        #"{"schema": 1}"#, #"{"schema": 1, "goals": {}, "fields": {}, "participants": {}, "tags": []}"#,
        #"{"schema": 1, "fields": {"a": {"type": "number", "default": 2.50}, "b": {"type": "flag", "default": true}}}"#,
        #"{"schema": 1, "goals": {"g": {"title": "a", "milestones": {"m": {"title": "b", "check": "docker inspect -f '{{.State}}'"}}}}}"#,
        #"{"schema": 1, "title": "\\{{jinja}}", "unknown": {"a": [1.0]}}"#,
    ])
    func theseAreRight(_ text: String) {
        #expect(problem(text) == nil)
    }

    @Test func whatALaterVersionWroteIsNotUsed() {
        #expect(
            throws: SessionsError.newerSchema(path: "sample.json", schema: 2, action: "use")
        ) {
            try TemplateFile.parse(
                Array(#"{"schema": 2, "title": 1}"#.utf8), named: "sample", of: .workspace,
                path: "sample.json")
        }
    }

    @Test func goalsAndFieldsAreInTheirOrder() throws {
        let template = try template(
            #"""
            {"goals": {"c": {"title": "1", "position": 1}, "a": {"title": "2", "position": 2},
                "b": {"title": "3", "position": 2}},
             "fields": {"z": {"position": 0.5}, "y": {"position": 1}, "x": {"position": 1}}}
            """#)
        #expect(template.goals.map(\.id) == ["c", "a", "b"])
        #expect(template.fields.map(\.name) == ["z", "x", "y"])
    }

    @Test func listsAreSortedSetsOnDisk() throws {
        let template = try template(
            #"""
            {"tags": ["b", "a", "b"], "fields": {"f": {"type": "choice", "choices": ["y", "x"], "new": 2.50}}}
            """#)
        let text = String(decoding: try TemplateFile.bytes(of: template), as: UTF8.self)
        #expect(text.contains("\"tags\": [\n    \"a\",\n    \"b\"\n  ]"))
        #expect(text.contains("\"choices\": [\n        \"x\",\n        \"y\"\n      ],\n      \"new\": 2.50"))
    }
}
