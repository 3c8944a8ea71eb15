/// One row of a foreign file, its values under our names.
struct ImportedRow {
    /// Why a row cannot be a session.
    struct Problem: Error, Equatable {
        let text: String
    }

    var title = ""
    var description: String?
    var project: String?
    var tags: [String] = []
    var template: String?
    var owner: String?
    var status: Status?
    var planned: TimeAmount?
    var tracked: TimeAmount?
    var created: Instant?
    var started: Instant?
    var completed: Instant?
    var sourceID: String?

    /// - Parameter values: each mapped field with its text; blank ones are left out.
    init(_ values: [(field: ImportMapping.Field, text: String)], _ mapping: ImportMapping, zone: Zone)
        throws(Problem)
    {
        for (field, value) in values {
            guard let text = SessionRules.optional(value) else { continue }
            switch field {
            case .title: title = text.split(whereSeparator: \.isNewline).joined(separator: " ")
            case .description: description = text
            case .project: project = ImportedRow.word(text)
            case .tags:
                tags += text.split { $0 == "," || $0 == ";" }.map { ImportedRow.word(String($0)) }
            case .template: template = ImportedRow.word(text)
            case .owner: owner = ImportedRow.word(text)
            case .status:
                guard let status = mapping.status(text) else {
                    throw Problem(
                        text:
                            "status '\(text)' is not mapped: --map-status '\(text)=completed' says what it is"
                    )
                }
                self.status = status
            case .plannedMinutes: planned = try ImportedRow.minutes(text, field)
            case .trackedMinutes: tracked = try ImportedRow.minutes(text, field)
            case .createdAt: created = try ImportedRow.time(text, field, zone)
            case .startedAt: started = try ImportedRow.time(text, field, zone)
            case .completedAt: completed = try ImportedRow.time(text, field, zone)
            case .sourceId: sourceID = text
            }
        }
        tags.removeAll(where: \.isEmpty)
    }

    /// The day the time counts for: that of completion, else of the start, else of creation.
    var dayOfWork: Instant? { completed ?? started ?? created }

    private static func minutes(_ text: String, _ field: ImportMapping.Field) throws(Problem) -> TimeAmount {
        let isPlain = text.utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
        guard isPlain, let minutes = Double(text), let amount = TimeAmount(minutes: minutes) else {
            throw Problem(text: "'\(text)' is not a number of minutes for \(field.rawValue)")
        }
        return amount
    }

    private static func time(
        _ text: String, _ field: ImportMapping.Field, _ zone: Zone
    ) throws(Problem) -> Instant {
        let instant: Instant? =
            switch Moment(text) {
            case .instant(let instant)?: instant
            case .period(.day(let day), let second)?: zone.instant(of: day, secondOfDay: second ?? 0)
            default: nil
            }
        guard let instant, instant.isWritable else {
            throw Problem(text: "'\(text)' is not a date or time for \(field.rawValue)")
        }
        return instant
    }

    /// A name without blanks: projects, tags and people are single words here.
    private static func word(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: "-")
    }
}
