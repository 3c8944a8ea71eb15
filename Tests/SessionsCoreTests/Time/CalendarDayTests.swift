import Testing

@testable import SessionsCore

@Suite struct CalendarDayTests {
    /// Counted day by day with the plain rules of the calendar, not with the algorithm under test.
    @Test func everyDayFrom1600To2400IsCountedAndReadBack() {
        var days = -135_140
        #expect(CalendarDay(daysSince1970: days).description == "1600-01-01")
        var wrong: [String] = []
        for year in 1600...2400 {
            let isLeap = year % 400 == 0 || year % 4 == 0 && year % 100 != 0
            for month in 1...12 {
                let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
                for number in 1...length {
                    let day = CalendarDay(daysSince1970: days)
                    let isRight =
                        (day.year, day.month, day.day) == (year, month, number) && day.daysSince1970 == days
                        && CalendarDay(year: year, month: month, day: number) == day
                        && CalendarDay(day.description) == day
                    if !isRight { wrong.append("\(year)-\(month)-\(number)") }
                    days += 1
                }
                if CalendarDay(year: year, month: month, day: length + 1) != nil {
                    wrong.append("after \(year)-\(month)-\(length)")
                }
            }
        }
        #expect(wrong == [])
        #expect(days == 157_420)
    }

    @Test(arguments: [
        (2026, 2, 29), (1900, 2, 29), (2100, 2, 29), (2026, 4, 31), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0),
        (2026, 1, -1), (-1, 1, 1), (10_000, 1, 1),
    ])
    func daysThatDoNotExistAreNil(_ year: Int, _ month: Int, _ day: Int) {
        #expect(CalendarDay(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: ["2000-02-29", "2024-02-29", "0000-01-01", "9999-12-31", "1970-01-01"])
    func textIsReadAndWrittenTheSame(_ text: String) {
        #expect(CalendarDay(text)?.description == text)
    }

    @Test(arguments: [
        "", "2026", "2026-11", "2026-1-1", "2026-11-2", "2026-11-022", "2026-11-22 ", " 2026-11-22",
        "2026/11/22", "20261122", "-026-11-22", "+026-11-22", "2026-02-30", "２０２６-11-22", "2026-11-2\u{662}",
        "2026-11-22\0",
    ])
    func anythingElseIsNil(_ text: String) {
        #expect(CalendarDay(text) == nil)
    }

    @Test func aDayIsFollowedByTheNext() {
        #expect(CalendarDay("2023-12-31")?.advanced(by: 1).description == "2024-01-01")
        #expect(CalendarDay("2024-03-01")?.advanced(by: -1).description == "2024-02-29")
        #expect(CalendarDay("2024-03-01")?.advanced(by: 0).monthText == "2024-03")
    }
}
