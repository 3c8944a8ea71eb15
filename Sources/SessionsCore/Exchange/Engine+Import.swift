extension Engine {
    /// A session as a foreign file tells of it.
    func importSession(
        _ row: ImportedRow, sourceName: String, isTaken: (String) throws(SessionsError) -> Bool
    ) throws(SessionsError) -> Session {
        let created = row.created ?? row.started ?? row.completed ?? now
        var session = try blank(
            title: row.title, createdAt: created, createdBy: row.owner ?? user, isTaken: isTaken)
        // One that was put away after it was completed is a completed one.
        var status = row.status ?? .draft
        if status == .archived { status = row.completed == nil ? .draft : .completed }
        _ = try edit(&session, needing: .change) { edit throws(SessionsError) in
            edit.record(.imported)
            if let started = row.started { edit.record(.started, claimed: started) }
            if status == .completed { edit.record(.completed, claimed: row.dayOfWork ?? created) }
            for (key, value) in [
                ("description", row.description.flatMap(SessionRules.optional)),
                ("project", try row.project.map(SessionRules.project)), ("template", row.template),
            ] {
                try edit.store(value.map(JSON.string), at: JSONPointer(key))
            }
            let tags = try SessionRules.tags(row.tags)
            if !tags.isEmpty { try edit.store(.array(tags.map(JSON.string)), at: JSONPointer("tags")) }
            try edit.store(row.planned.map { .number(.minutes($0)) }, at: JSONPointer("plannedMinutes"))
            if let id = row.sourceID {
                try edit.store(["id": .string(id), "name": .string(sourceName)], at: JSONPointer("source"))
            }
            if let tracked = row.tracked, tracked.seconds > 0 {
                let day = zone.wallClock(at: row.dayOfWork ?? created).day
                try edit.store(
                    [
                        "by": .string(row.owner ?? user), "date": .string(day.description),
                        "seconds": .number(JSONNumber(tracked.seconds)),
                    ], at: JSONPointer("intervals", edit.newID(.interval, in: "intervals")))
            }
            try edit.store(.string(status.rawValue), at: JSONPointer("status"))
            if row.status == .archived {
                try edit.store(
                    ["at": .string(now.rfc3339), "by": .string(user)], at: JSONPointer("archived"))
            }
        }
        return session
    }
}
