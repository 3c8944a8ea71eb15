@testable import SessionsCore

/// A template is read again as it was written, and makes sessions that can be read.
func testTemplate(_ text: String) {
    let filled = TemplateText(text)
    expect(TemplateText(TemplateText.escaped(text)).placeholders.isEmpty, "an escaped text has no places")
    let plain = TemplateText(TemplateText.escaped(text)).filled { _ in "" }
    expect(plain.utf8.elementsEqual(text.utf8), "and is what it was")
    _ = filled.filled { $0 }
    guard let template = try? TemplateFile.parse(typed: text, named: "fuzz", of: .workspace),
        let bytes = try? TemplateFile.bytes(of: template)
    else { return }
    let again = try? TemplateFile.parse(
        typed: String(decoding: bytes, as: UTF8.self), named: "fuzz", of: .workspace)
    expect(again != nil, "a template is read again as it was written")
    expect(again.flatMap { try? TemplateFile.bytes(of: $0) } == bytes, "and written in one way")

    var plan = SessionPlan()
    plan.title = "A title"
    let settings = template.fields.map { FieldSetting(name: $0.name, value: $0.choices.first ?? "1h") }
    guard (try? template.apply(to: &plan, filledWith: settings, today: CalendarDay(daysSince1970: 0))) != nil
    else { return }
    let engine = Engine(
        user: "ada@example.org", now: Instant(seconds: 1_795_348_800), zone: .utc, membership: Membership(),
        ids: Identifier.Source(seed: 1))
    guard let session = try? engine.create(plan, isTaken: { _ in false }) else { return }
    let written = JSON.object(session.document).bytes(.file)
    expect((try? SessionFile.parse(written)) == session, "its session can be read")
}
