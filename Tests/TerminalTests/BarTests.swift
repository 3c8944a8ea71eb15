import Testing

@testable import Terminal

@Suite struct BarTests {
    @Test(arguments: [
        (0.0, 4, "    "), (1.0, 4, "████"), (0.5, 4, "██  "), (0.4375, 4, "█▊  "), (0.03125, 4, "▏   "),
        (0.00001, 4, "▏   "), (0.99999, 4, "███▉"), (-1.0, 4, "    "), (7.0, 4, "████"), (.nan, 2, "  "),
        (.infinity, 2, "██"), (0.5, 0, ""), (0.5, -2, ""), (0.5, 1, "▌"),
    ])
    func drawsEighths(fraction: Double, columns: Int, expected: String) {
        #expect(Bar(columns: columns).text(fraction) == expected)
    }

    @Test(arguments: [
        (0.0, "--------"), (0.5, "####----"), (0.99, "#######-"), (1.0, "########"), (.nan, "--------"),
    ])
    func drawsPlainly(fraction: Double, expected: String) {
        #expect(Bar(columns: 8, isPlain: true).text(fraction) == expected)
    }

    @Test func progressBarFitsItsColumns() {
        #expect(Bar(columns: 15).progressBar(0.5) == "▕████    ▏  50%")
        #expect(Bar(columns: 15, isPlain: true).progressBar(1) == "[########] 100%")
        #expect(Bar(columns: 15, isPlain: true).progressBar(0.999) == "[#######-]  99%")
        #expect(Bar(columns: 7).progressBar(0) == "  0%")
    }

    @Test func widthNeverVaries() {
        for columns in 0...30 {
            for step in 0...100 {
                let fraction = Double(step) / 100
                for bar in [Bar(columns: columns), Bar(columns: columns, isPlain: true)] {
                    #expect(bar.text(fraction).columns == columns)
                    #expect(bar.progressBar(fraction).columns == (columns < 8 ? 4 : columns))
                }
            }
        }
    }
}
