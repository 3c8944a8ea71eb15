/// What came of running the check of a milestone.
package struct Evidence: Equatable, Sendable {
    package let at: Instant
    package let by: String
    package let end: ProgramEnd
    package let milliseconds: Int
    /// What was checked out where it ran; nil outside a git checkout.
    package let commit: String?

    init(at: Instant, by: String, end: ProgramEnd, milliseconds: Int, commit: String?) {
        self.at = at
        self.by = by
        self.end = end
        self.milliseconds = milliseconds
        self.commit = commit
    }

    init?(_ json: JSON) {
        guard let object = json.objectValue, let at = instant(object["at"]) else { return nil }
        self.at = at
        by = object["by"]?.stringValue ?? ""
        milliseconds = object["seconds"]?.doubleValue.map { Int(($0 * 1000).rounded()) } ?? 0
        commit = object["commit"]?.stringValue
        if let status = object["exit"]?.intValue {
            end = .exited(Int32(truncatingIfNeeded: status))
        } else if let signal = object["signal"]?.intValue {
            end = .signalled(Int32(truncatingIfNeeded: signal))
        } else {
            end = .timedOut
        }
    }

    /// As it is stored, in place of what an earlier run came to; what this program does not know in that stays.
    func json(replacing earlier: JSON?) -> JSON {
        var object = earlier?.objectValue ?? JSONObject()
        for key in ["exit", "signal", "timedOut"] { object[key] = nil }
        object["at"] = .string(at.rfc3339)
        object["by"] = .string(by)
        object["commit"] = commit.map(JSON.string)
        object["seconds"] = JSONNumber(Double(milliseconds) / 1000).map(JSON.number)
        switch end {
        case .exited(let status): object["exit"] = .number(JSONNumber(Int(status)))
        case .signalled(let number): object["signal"] = .number(JSONNumber(Int(number)))
        case .timedOut: object["timedOut"] = true
        }
        return .object(object)
    }
}
