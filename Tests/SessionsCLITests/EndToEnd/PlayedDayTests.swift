import Testing

@testable import SessionsCLI

/// A day of somebody who works with the program, played through the real executable: twelve sessions, three
/// forgotten timers, two corrections, a night in which the clocks are put forward, a failed check, an undo across a bulk archive.
/// What comes out was reckoned by hand; see the notes at the steps.
@Suite("A played day")
struct PlayedDayTests {
    private let program: Program
    private var ids: [String] = []

    init() throws {
        program = try Program()
        // Berlin without a table of zones: forward on the last Sunday of March, from 2:00 to 3:00.
        program.set("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
        try program.output("init")
    }

    /// Runs a line at a local time of the weekend of 28 and 29 March 2026.
    @discardableResult
    private func at(
        _ clock: String, _ line: String, status: Int32 = 0, location: SourceLocation = #_sourceLocation
    ) throws -> String {
        let isSummer = clock >= "29T03"
        program.set("SESSIONS_NOW", "2026-03-\(clock):00\(isSummer ? "+02:00" : "+01:00")")
        var words = try ShellCommands(line).commands[0].words
        for (number, id) in ids.enumerated() { words = words.map { $0 == "#\(number + 1)" ? id : $0 } }
        let outcome = try program.run(words)
        #expect(outcome.status == status, "\(clock) \(line): \(outcome.error)", sourceLocation: location)
        return status == 0 ? outcome.output : outcome.error
    }

    private mutating func new(_ clock: String, _ line: String) throws {
        ids.append(try at(clock, "new \(line) -q").filter { $0 != "\n" })
    }

    private func minutes(_ number: Int) throws -> Int {
        let json = try at("29T23:59", "show #\(number) --json")
        let seconds = try #require(json.firstMatch(of: /"trackedSeconds": (\d+)/))
        return try #require(Int(seconds.1)) / 60
    }

    @Test("It ends in the totals worked out by hand")
    mutating func day() throws {
        // Saturday.
        try new("28T08:00", "Mail --project office --start")  // 1: 8:00–8:40
        try new("28T08:40", "'Fix the lexer' -t bug-fix --project compiler --start")  // 2: 8:40–10:10
        try at("28T10:10", "pause")
        try new("28T10:10", "Standup --plan 15m --start")  // 3: 10:10–10:30
        try at("28T10:30", "complete --outcome success")
        try at("28T10:35", "start #2 --at 10:30")  // 2: 10:30–

        // The first forgotten timer: 2 ran on over lunch from 12:00 and is stopped at 13:00, for 12:00.
        try at("28T13:00", "pause #2 --at 12:00")  // 2: 10:30–12:00
        try new("28T13:00", "Review --project compiler --with lin@example.org --start")  // 4: 13:00–
        program.set("SESSIONS_USER", "lin@example.org")
        try at("28T13:15", "start #4")  // 4, Lin: 13:15–14:00
        try at("28T14:00", "pause #4")
        program.set("SESSIONS_USER", "ada@example.org")
        try at("28T14:30", "complete #4")  // 4: 13:00–14:30

        // One that began later stands in the way of an earlier start.
        try new("28T15:00", "Write --project book --start")  // 5: 15:00–
        try new("28T15:20", "Plan --project office")  // 6
        let refused = try at("28T15:20", "start #6 --at 14:45", status: 6)
        #expect(refused.contains("your clock runs in '\(ids[4].prefix(4))' since 2026-03-28 15:00"))
        try at("28T15:20", "start #6 --at 15:10")  // 5: 15:00–15:10; 6: 15:10–
        try at("28T15:40", "start #5")  // 6: 15:10–15:40; 5: 15:40–

        // The second: 5 was left running, and a comment at 17:05 is the last that was heard.
        try at("28T17:05", "comment #1 -m 'answered all'")
        #expect(try at("28T23:50", "start #5").contains("forgotten?"))
        try at("28T23:50", "pause #5 --at last")  // 5: 15:40–17:05

        // Into the night in which 2:00 is 3:00.
        try new("28T23:50", "Release --project compiler --start")  // 7: 23:50–
        try at("29T03:20", "pause")  // 7: 23:50–3:20, which are 2h30m

        // Sunday. The third: 8 was forgotten too, and seen by the check. Nothing else is wrong.
        try new("29T09:00", "Read --project book --start")  // 8: 9:00–
        try at("29T10:00", "edit --add-tag slow")
        let check = try at("29T19:00", "time check")
        #expect(check.contains("runs for 10h") && check.split(separator: "\n").count == 2)
        try at("29T19:00", "pause #8 --at last")  // 8: 9:00–10:00

        // What no clock ran for.
        try new("29T19:00", "Train")  // 9
        try at("29T19:00", "time add #9 --from 10:30 --to 12:00")
        try new("29T19:00", "Interview")  // 10
        try at("29T19:00", "time add #10 --for 75m --on yesterday")
        try new("29T19:00", "Night watch")  // 11
        try at("29T19:00", "time add #11 --on 2026-03-29 --from 1:30 --to 4:30")  // 2h on the clock
        try new("29T19:00", "Nothing")  // 12

        // Two corrections: Saturday's mail ended at 8:25, and the train stood from 11:00 to 11:20.
        try at("29T19:05", "time edit #1 1 --end 8:25")
        try at("29T19:05", "time split #9 1 --at 11:00 --until 11:20")
        let overlap = try at("29T19:05", "time add #9 --from 10:50 --to 11:05", status: 6)
        #expect(overlap.contains("it would overlap 1, 2026-03-29 10:30 to 2026-03-29 11:00"))

        // A failed check: 2 cannot be completed before its last goal is proved.
        try at("29T19:10", "goal edit #2 4 --check 'test -e fixed'")
        #expect(try at("29T19:10", "complete #2", status: 6).contains("test -e fixed"))
        try program.folder.write("", to: "home/work/fixed")
        try at("29T19:10", "complete #2 --outcome success --rating 4 --at 12:00")

        // All is put away at once, a word is changed meanwhile, and the whole is taken back.
        let done = try at("29T19:20", "list status:completed -q").split(separator: "\n").joined(
            separator: " ")
        try at("29T19:20", "archive \(done) #9 #10")
        try at("29T19:21", "edit #10 --title 'Job interview'")
        let log = try at("29T19:22", "op log -n 2 --json")
        let number = try #require(
            log.matches(of: /"number": (\d+)/).map(\.1).min { Int($0) ?? 0 < Int($1) ?? 0 })
        try at("29T19:22", "undo \(number)")
        #expect(try at("29T19:23", "list status:archived -q") == "")
        #expect(try at("29T19:23", "show #10 --format {title}") == "Job interview\n")

        try total()
    }

    private func total() throws {
        // Minutes of each, everybody's:
        //  1 Mail         8:00–8:25                          25
        //  2 Lexer        8:40–10:10, 10:30–12:00       90 + 90
        //  3 Standup     10:10–10:30                         20
        //  4 Review      13:00–14:30, Lin 13:15–14:00   90 + 45
        //  5 Write       15:00–15:10, 15:40–17:05       10 + 85
        //  6 Plan        15:10–15:40                         30
        //  7 Release     23:50–3:20 without 2:00–3:00       150
        //  8 Read         9:00–10:00                         60
        //  9 Train       10:30–11:00, 11:20–12:00       30 + 40
        // 10 Interview   an amount                           75
        // 11 Watch        1:30–4:30 without 2:00–3:00       120
        // 12 Nothing                                          0
        let expected = [25, 180, 20, 135, 95, 30, 150, 60, 70, 75, 120, 0]
        for (index, minutes) in expected.enumerated() {
            #expect(try self.minutes(index + 1) == minutes, "session \(index + 1)")
        }
        // Together 960 minutes. On the clock the interview is not, Lin's time is Ada's, and the release and the
        // watch share 1:30–3:20, of which 50 minutes are real: 960 − 75 − 45 − 50 = 790.
        let stats = try at("29T23:59", "stats --json")
        #expect(stats.contains(#""sessions": 12"#) && stats.contains(#""completed": 3"#))
        #expect(stats.contains(#""trackedSeconds": \#(960 * 60)"#), "\(stats)")
        #expect(stats.contains(#""wallSeconds": \#(790 * 60)"#), "\(stats)")
        // Saturday has all up to the first 10 minutes of the release, and the interview; Sunday the other 140
        // minutes of the release, 60, 70 and 120.
        let byDay = try at("29T23:59", "stats --by day").split(separator: "\n").map {
            $0.split(separator: "\t")
        }
        #expect(byDay.map { "\($0[0]) \($0[3])" } == ["2026-03-28 9h30m", "2026-03-29 6h30m"])
        #expect(try at("29T23:59", "status") == "Nothing is running.\n")
        #expect(try at("29T23:59", "time check") == "")
    }
}
