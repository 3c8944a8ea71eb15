import Testing

@testable import SessionsCore

@Suite struct TemplateTextTests {
    @Test(arguments: [
        ("", ""), ("plain", "plain"), ("{{a}}", "<a>"), ("x {{ a }} y", "x <a> y"),
        ("{{\ta}}{{b}}", "<a><b>"),
        ("{{a-b_C9}}", "<a-b_C9>"),
        // Braces around anything but a word.
        ("{{.State}}", "{{.State}}"), ("{{ }}", "{{ }}"), ("{{}}", "{{}}"), ("{{a b}}", "{{a b}}"),
        ("{{a\n}}", "{{a\n}}"), ("{{a}", "{{a}"), ("{{a", "{{a"), ("{{", "{{"), ("{a}", "{a}"), ("}}", "}}"),
        ("{{é}}", "{{é}}"), ("{{{a}}}", "{<a>}"),
        // Backslashes before braces.
        (#"\{{a}}"#, "{{a}}"), (#"\\{{a}}"#, #"\<a>"#), (#"\\\{{a}}"#, #"\{{a}}"#), (#"\{{{a}}}"#, "{{{a}}}"),
        (#"a\b\{c"#, #"a\b\{c"#), (#"\"#, #"\"#), (#"\{{"#, "{{"), (#"\\"#, #"\\"#),
    ])
    func valuesGoWhereTheirNamesStand(_ source: String, _ expected: String) {
        #expect(TemplateText(source).filled { "<\($0)>" } == expected)
    }

    @Test func aValueIsNotLookedAtAgain() {
        #expect(TemplateText("{{a}}{{b}}").filled { $0 == "a" ? "{{b}}" : #"\{{"# } == #"{{b}}\{{"#)
        #expect(TemplateText("{{a}}b}}").filled { _ in "{{" } == "{{b}}")
    }

    @Test(arguments: [("{{a}}", "a"), ("{{ a }}", "a"), (" {{a}}", nil), ("{{a}}{{b}}", nil), ("a", nil)])
    func aTextCanBeOnePlaceholder(_ source: String, _ name: String?) {
        #expect(TemplateText(source).onlyPlaceholder == name)
    }

    @Test func whatIsEscapedStandsAsItWas() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SplitMix64(seed: seed)
        for _ in 0..<20_000 {
            let parts = ["{", "{{", "}", "}}", "\\", "a", " ", "é", "\n", "{{a}}", "title"]
            let text = (0..<generator.below(12)).map { _ in generator.pick(parts) }.joined()
            let escaped = TemplateText(TemplateText.escaped(text))
            #expect(escaped.placeholders == [], "seed \(seed): \(text)")
            #expect(escaped.filled { _ in "!" } == text, "seed \(seed): \(text)")
        }
    }
}
