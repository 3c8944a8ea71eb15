import Testing

@testable import Terminal

@Suite struct ProgressLineTests {
    /// A clock that is set by hand.
    final class TestClock {
        var now: UInt64 = 0
    }

    @Test func rewritesOneLineTenTimesASecond() {
        let output = Output.memory(isTerminal: true, columns: 10)
        let clock = TestClock()
        var line = ProgressLine(to: output) { clock.now }
        var asked = 0
        for time in 0..<250 {
            clock.now = UInt64(time)
            line.update(
                {
                    asked += 1; return "at \(time)"
                }())
        }
        line.finish()
        line.finish()
        #expect(asked == 3)
        #expect(output.text == "\rat 0\u{1b}[K\rat 100\u{1b}[K\rat 200\u{1b}[K\r\u{1b}[K")
    }

    @Test func textIsSafeAndLeavesTheLastColumnFree() {
        let output = Output.memory(isTerminal: true, columns: 10)
        var line = ProgressLine(to: output) { 0 }
        line.update("a\n\u{1b}[2J long")
        #expect(output.text == "\ra\\u{a}\\u…\u{1b}[K")
    }

    @Test func isSilentWithoutACapableTerminal() {
        for output in [Output.memory(), Output.memory(isTerminal: true, isDumb: true)] {
            var line = ProgressLine(to: output) { 0 }
            line.update("x")
            line.finish()
            #expect(output.text.isEmpty)
        }
    }

    @Test func finishWithoutAnUpdateWritesNothing() {
        let output = Output.memory(isTerminal: true)
        var line = ProgressLine(to: output) { 0 }
        line.finish()
        #expect(output.text.isEmpty)
    }

    @Test func aClockThatGoesBackDoesNotStopIt() {
        let output = Output.memory(isTerminal: true)
        let clock = TestClock()
        var line = ProgressLine(to: output) { clock.now }
        clock.now = 1_000_000
        line.update("a")
        clock.now = 5
        line.update("b")
        #expect(output.text == "\ra\u{1b}[K\rb\u{1b}[K")
    }
}
