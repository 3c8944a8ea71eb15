extension Session {
    /// The session as programs are shown it: the stored object with lists in their natural order (each element
    /// with its `id`) and the derived fields.
    ///
    /// - Parameter now: what open intervals are counted to.
    package func output(now: Instant) -> JSONObject {
        // Each of these lists is made of the document anew where it is asked for.
        let (events, intervals, goals) = (events, intervals, goals)
        var output = document
        for (key, ids, plain) in [
            ("participants", participants.map(\.person), "role"), ("comments", comments.map(\.id), "text"),
            ("attachments", attachments.map(\.id), "name"), ("intervals", intervals.map(\.id), "start"),
            ("events", events.map(\.id), "type"),
            ("links", linkIDs, "target"),
        ] {
            output[key] = list(document[key]?.objectValue, ids, plain: plain)
        }
        output["goals"] = .array(goals.map { $0.output(of: document["goals"]?.objectValue?[$0.id]) })
        output["tags"] = .array(tags.map(JSON.string))
        if let stored = document["reflection"]?.objectValue?["learned"]?.objectValue {
            _ = output.set(
                list(stored, lessons.map(\.id), plain: "text"), at: JSONPointer("reflection", "learned"))
        }
        let tracked = intervals.tracked(now: now)
        output["status"] = .string(status.rawValue)
        if isArchived { output["statusBefore"] = .string(statusBefore.rawValue) }
        output["updatedAt"] = .string(updatedAt.rfc3339)
        output["startedAt"] = startedAt(by: events).map { .string($0.rfc3339) }
        output["completedAt"] = completedAt(by: events).map { .string($0.rfc3339) }
        output["archivedAt"] = archivedAt.map { .string($0.rfc3339) }
        output["trackedSeconds"] = .number(JSONNumber(tracked.seconds))
        output["wallSeconds"] = .number(JSONNumber(intervals.wall(now: now).seconds))
        output["progress"] = goals.progress.flatMap(JSONNumber.init).map(JSON.number)
        output["overBudget"] = planned.map { .bool(tracked > $0) }
        output["running"] = .bool(intervals.contains(where: \.isOpen))
        return output
    }

    /// Those that this program does not understand come last.
    private var linkIDs: [String] {
        let known = links.map(\.id)
        return known + (document["links"]?.objectValue?.keys ?? []).filter { !known.contains($0) }
    }

    private func list(_ members: JSONObject?, _ ids: [String], plain: String) -> JSON {
        .array(ids.map { id in withID(id, members?[id], plain: plain) })
    }
}

extension Goal {
    fileprivate func output(of stored: JSON?) -> JSON {
        var output = stored?.objectValue ?? JSONObject()
        let members = output["milestones"]?.objectValue
        output["milestones"] = .array(milestones.map { withID($0.id, members?[$0.id], plain: "title") })
        output["done"] = .bool(isDone)
        output["progress"] = JSONNumber(progress).map(JSON.number)
        return withID(id, .object(output), plain: "title")
    }
}

/// An element with its key as `id`; one that is a plain text, as a role or a lesson is, gets that name.
private func withID(_ id: String, _ element: JSON?, plain: String) -> JSON {
    var output = element?.objectValue ?? JSONObject()
    if element?.objectValue == nil { output[plain] = element }
    output["id"] = .string(id)
    return .object(output)
}
