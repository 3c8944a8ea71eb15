import Testing

@testable import SessionsCore

@Suite struct TimeAmountTests {
    @Test(arguments: [
        ("90m", 5400), ("90", 5400), ("1h30m", 5400), ("1.5h", 5400), ("2d", 57_600), ("1d2h3m4s", 36_184),
        ("45s", 45), ("0", 0), ("0m", 0), ("0.5", 30), ("2.50", 150), ("1d30m", 30_600), ("0.0001h", 0),
        ("007m", 420), ("1h1.5m", 3690),
    ])
    func everyFormIsRead(_ text: String, _ seconds: Int) {
        #expect(TimeAmount(text)?.seconds == seconds)
    }

    @Test func aDayIsAsLongAsIsSaid() {
        #expect(TimeAmount("2d", day: 360)?.minutes == 720)
        #expect(TimeAmount("0.5d30m", day: 600)?.minutes == 330)
        #expect(TimeAmount("2h", day: 1)?.minutes == 120)
    }

    @Test(arguments: [
        ("2d", true), ("1d2h", true), ("0.5d", true), ("tracked:1d..", true), ("2h", false), ("d", false),
        ("", false), ("added", false), ("90", false),
    ])
    func daysAreSeen(text: String, isInDays: Bool) {
        #expect(TimeAmount.isInDays(text) == isInDays)
    }

    @Test(arguments: [
        "", " ", "m", "h", "-5m", "+5m", "5 m", "5m ", " 5m", "1h 30m", "5x", "5M", "30m1h", "1h1h", "1h30",
        "1..5h", ".5h", "5.h", "5.", ".", "1,5h", "1e3", "0x10", "inf", "nan", "infinity", "５m", "1h-5m",
        "1234567890123456m", "999999999999999d", "2w",
    ])
    func nothingElseIs(_ text: String) {
        #expect(TimeAmount(text) == nil)
    }

    @Test func minutesThatAreNoAmountAreNil() {
        for minutes in [-1, -0.001, Double.nan, .infinity, -.infinity, 1e300, 1e12 / 60] {
            #expect(TimeAmount(minutes: minutes) == nil, "\(minutes)")
        }
        #expect(TimeAmount(minutes: 0)?.seconds == 0)
        #expect(TimeAmount(minutes: 2.5)?.seconds == 150)
        #expect(TimeAmount(minutes: 1.0 / 3)?.seconds == 20)
        #expect(TimeAmount(minutes: 1e10)?.seconds == 600_000_000_000)
        #expect(TimeAmount(seconds: -5).seconds == 0)
    }

    @Test(arguments: [
        (0, "0m"), (1, "1s"), (59, "59s"), (60, "1m"), (119, "1m"), (3599, "59m"), (3600, "1h"),
        (3660, "1h01m"),
        (5400, "1h30m"), (36_000, "10h"), (360_000, "100h"),
    ])
    func anAmountIsShownInHoursAndMinutes(_ seconds: Int, _ text: String) {
        #expect(TimeAmount(seconds: seconds).description == text)
    }

    @Test func whatIsShownOfWholeMinutesIsReadBack() {
        for minutes in 0..<6000 {
            let amount = TimeAmount(seconds: minutes * 60)
            #expect(TimeAmount(amount.description) == amount)
        }
    }

    @Test func minutesAreWrittenAndReadBackToTheSecond() {
        for seconds in 0..<20_000 {
            let amount = TimeAmount(seconds: seconds)
            #expect(JSONNumber.minutes(amount).doubleValue.flatMap(TimeAmount.init(minutes:)) == amount)
        }
        #expect(JSONNumber.minutes(TimeAmount(seconds: 5400)).text == "90")
        #expect(JSONNumber.minutes(TimeAmount(seconds: 150)).text == "2.5")
    }
}
