import Testing

@testable import Terminal

@Suite struct SparklineTests {
    @Test func theHighestIsFullAndNothingIsAPoint() {
        #expect(Sparkline.text([0, 1, 4, 8]) == "·▂▅█")
        #expect(Sparkline.text([0, 0.001, 1]) == "·▁█")
        #expect(Sparkline.text([0, 0]) == "··" && Sparkline.text([]) == "")
        #expect(Sparkline.text([0, 1, 8], isPlain: true) == " .@")
    }

    @Test(arguments: [(0.0, "·"), (0.001, "░"), (0.25, "░"), (0.26, "▒"), (0.75, "▓"), (0.76, "█"), (1, "█")])
    func aShadeIsAQuarter(_ share: Double, _ expected: Character) {
        #expect(Shade.of(share) == expected)
    }

    @Test func plainShadesAreOfASCII() {
        #expect([0, 0.2, 1].map { Shade.of($0, isPlain: true) } == [" ", ".", "#"])
    }
}
