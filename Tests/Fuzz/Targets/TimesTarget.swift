@testable import SessionsCore

private let now = Instant(seconds: 1_795_348_800)

/// Times, days, periods and amounts: what is read has a meaning that can be written down.
func testTimes(_ text: String) {
    if let instant = Instant(rfc3339: text) {
        expect(instant.isWritable, "what was read can be written")
        expect(Instant(rfc3339: instant.rfc3339) == instant, "an instant is read as it was written")
        _ = changingZone.wallClock(at: instant)
    }
    if let day = CalendarDay(text) {
        expect(day.description == text, "a day is written as it was read")
        expect(CalendarDay(daysSince1970: day.daysSince1970) == day, "days are counted both ways")
    }
    for zone in [Zone.utc, changingZone] {
        if let moment = Moment(text) {
            let meant = moment.resolve(now: now, in: zone)
            if case .clock = moment { expect(meant <= now, "a time of day is past") }
        }
        if let phrase = TimePhrase(inQuery: text) {
            let (start, end) = phrase.period(now: now, in: zone)
            expect(start < end, "a period is not empty")
        }
    }
    if let period = Period(text) {
        for today in [CalendarDay(daysSince1970: 0), now.day] {
            let (first, end) = period.days(today: today)
            expect(first < end, "a period has a day")
        }
    }
    testAmounts(text)
}

private func testAmounts(_ text: String) {
    for day in [1, TimeAmount.usualDay, 1440] {
        guard let amount = TimeAmount(text, day: day) else { continue }
        expect((0..<TimeAmount.limit).contains(amount.seconds), "an amount is within its limit")
        guard let again = TimeAmount(amount.description) else {
            return expect(false, "an amount is read as it is written")
        }
        expect(amount.seconds - again.seconds < 60, "to the minute")
        expect(TimeAmount(minutes: amount.minutes) == amount, "minutes say it all")
    }
    if let limit = TimeLimit(text) {
        expect(limit.milliseconds > 0, "a limit is some time")
        expect(TimeLimit(limit.description) == limit, "a limit is read as it is written")
    }
    if let offset = Zone.offset(of: text) {
        expect(abs(offset) < 86_400, "an offset is less than a day")
        expect(Zone { _ in offset }.offsetText(at: now) == text || offset == 0, "and written as it was read")
    }
}
