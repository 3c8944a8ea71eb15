import Testing

@testable import Terminal

@Suite struct StyleTests {
    @Test func marksTextOnlyWhenEnabled() {
        let on = Style(isEnabled: true)
        let off = Style(isEnabled: false)
        #expect(on.green("ok") == "\u{1b}[32mok\u{1b}[39m")
        #expect(on.dim("ok") == "\u{1b}[2mok\u{1b}[22m")
        #expect(off.green("ok") == "ok")
        #expect(on.red("") == "")
        #expect(on.apply(.plain, to: "ok") == "ok")
    }

    @Test func everyToneHasItsCode() {
        let style = Style(isEnabled: true)
        let codes = [
            style.bold("x"), style.dim("x"), style.red("x"), style.green("x"), style.yellow("x"),
            style.blue("x"),
            style.magenta("x"), style.cyan("x"),
        ].map { String($0.dropFirst(2).prefix { $0 != "m" }) }
        #expect(codes == ["1", "2", "31", "32", "33", "34", "35", "36"])
    }

    @Test func tonesNest() {
        let style = Style(isEnabled: true)
        let text = style.bold("a" + style.red("b") + "c")
        #expect(text == "\u{1b}[1ma\u{1b}[31mb\u{1b}[39mc\u{1b}[22m")
    }

    struct ColourRule: Sendable {
        var choice = ColourChoice.auto
        var isTerminal = true
        var noColor = false
        var force = false
        var dumb = false
        let expected: Bool
    }

    @Test(arguments: [
        ColourRule(expected: true),
        ColourRule(isTerminal: false, expected: false),
        ColourRule(dumb: true, expected: false),
        ColourRule(noColor: true, expected: false),
        ColourRule(isTerminal: false, force: true, expected: true),
        ColourRule(force: true, dumb: true, expected: true),
        ColourRule(noColor: true, force: true, expected: false),
        ColourRule(choice: .always, isTerminal: false, noColor: true, dumb: true, expected: true),
        ColourRule(choice: .never, force: true, expected: false),
        ColourRule(choice: .never, expected: false),
    ])
    func coloursFollowTheRules(rule: ColourRule) {
        let uses = rule.choice.usesColour(
            isTerminal: rule.isTerminal, noColor: rule.noColor, clicolorForce: rule.force, dumb: rule.dumb)
        #expect(uses == rule.expected)
    }
}
