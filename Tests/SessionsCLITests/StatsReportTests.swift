import SessionsCore
import Terminal
import Testing

@testable import SessionsCLI

@Suite("Reports of statistics")
struct StatsReportTests {
    @Test(arguments: [
        (0, "0"), (1, "0.0003"), (900, "0.25"), (1200, "0.3333"), (3599, "0.9997"), (3600, "1"),
        (5400, "1.5"),
        (36_000, "10"), (100_000_000_000_000_000, "27777777777777.7778"),
    ])
    func hoursAreDecimal(_ seconds: Int, _ expected: String) {
        #expect(StatsReport.hours(seconds) == expected)
    }

    @Test(arguments: [(0.0, "00:00"), (34_500, "09:35"), (86_400, "24:00")])
    func clocks(_ seconds: Double, _ expected: String) {
        #expect(StatsReport.clock(seconds) == expected && StatsReport.clock(nil) == "")
    }

    private func program() throws -> ProgramInProcess {
        let program = try ProgramInProcess()
        for words in [
            ["init", "-q"], ["new", "One", "--tag", "a", "--tag", "b"],
            ["time", "add", "@", "--for", "40m", "--on", "2026-11-18"],
            ["time", "add", "@", "--for", "40m", "--on", "2026-11-19"],
            ["time", "add", "@", "--for", "40m", "--on", "2026-11-20"],
        ] {
            let outcome = program.run(words)
            #expect(outcome.status == 0, "\(words): \(outcome.error)")
        }
        return program
    }

    private func total(_ program: ProgramInProcess, _ words: String...) throws -> [Int?] {
        let outcome = program.run(["stats", "--json"] + words)
        let totals = try JSON(parsing: Array(outcome.output.utf8)).objectValue?["totals"]?.objectValue
        return [totals?["trackedSeconds"]?.intValue, totals?["roundedSeconds"]?.intValue]
    }

    @Test("The total is the sum of the rounded lines, but where one session is in several of them")
    func roundedTotals() throws {
        let program = try program()
        #expect(try total(program, "--by", "day", "--round", "1h") == [7200, 3 * 3600])
        #expect(try total(program, "--by", "tag", "--round", "90m") == [7200, 5400])
        #expect(try total(program, "--by", "tag,day", "--round", "1h") == [7200, 7200])
        #expect(try total(program, "--round", "90m") == [7200, 5400])
        #expect(try total(program, "--by", "day") == [7200, nil])
    }

    @Test("What a terminal shows is their sum, too")
    func shownTotal() throws {
        let program = try program()
        program.reader = .terminal(columns: 80)
        let lines = program.run(["stats", "--by", "day", "--round", "1h"]).output.split(separator: "\n")
        let total = lines.last { $0.hasPrefix("total") }
        #expect(total?.contains(" 3h ") == true)
    }
}
