/// Brings the rows of a foreign file in as sessions, all of them in one operation.
package struct Importer {
    package struct Outcome: Sendable {
        /// The ids of the new sessions.
        package var imported: [String] = []
        /// Rows whose source id is here already.
        package var known = 0
        /// Rows that could not be read, as `line 12: why`.
        package var bad: [String] { problems.map(\.description) }
        fileprivate(set) var problems: [Problem] = []
    }

    /// Why a row could not be read.
    struct Problem: CustomStringConvertible {
        let line: Int
        let text: String

        var description: String { "line \(line): \(text)" }
    }

    /// How many rows a refusal names.
    private static let mostNamed = 5

    /// What the file is called; its rows are known again by this and their `sourceId`.
    private let sourceName: String
    private let mapping: ImportMapping

    package init(sourceName: String, mapping: ImportMapping) {
        self.sourceName = sourceName
        self.mapping = mapping
    }

    /// Reads every row and has the new sessions written.
    ///
    /// - Parameters:
    ///   - skipsBad: leave rows that cannot be read out, instead of refusing the whole.
    ///   - progress: told now and then how far it is, 0 to 1.
    /// - Throws: `importFailed`, naming the lines.
    package func run(
        _ source: ImportSource, file: String, into transaction: Transaction, _ engine: Engine,
        skipsBad: Bool, progress: (Double) -> Void
    ) throws(SessionsError) -> Outcome {
        let (ids, knownSources) = try taken(in: transaction.workspace)
        var takenIDs = ids
        var outcome = Outcome()
        var linesOfIDs: [String: Int] = [:]
        var source = source
        while let row = source.next() {
            progress(source.progress)
            switch row {
            case .bad(let line, let text): outcome.problems.append(Problem(line: line, text: text))
            case .values(let line, let values):
                let row: ImportedRow
                do throws(ImportedRow.Problem) {
                    row = try ImportedRow(values, mapping, zone: engine.zone)
                } catch {
                    outcome.problems.append(Problem(line: line, text: error.text))
                    continue
                }
                if let id = row.sourceID {
                    if let earlier = linesOfIDs[id] {
                        outcome.problems.append(
                            Problem(line: line, text: "its sourceId '\(id)' is that of line \(earlier)"))
                        continue
                    }
                    if knownSources.contains(id) {
                        outcome.known += 1
                        continue
                    }
                }
                do throws(SessionsError) {
                    let session = try engine.importSession(row, sourceName: sourceName) { id in
                        takenIDs.contains(id)
                    }
                    takenIDs.insert(session.id)
                    // The rest is only read once it is clear that nothing will be written.
                    if skipsBad || outcome.problems.isEmpty {
                        try transaction.create(session, isKept: false)
                    }
                    if let id = row.sourceID { linesOfIDs[id] = line }
                    outcome.imported.append(session.id)
                } catch {
                    guard error.code == .usage || error.code == .limit else { throw error }
                    outcome.problems.append(Problem(line: line, text: error.message))
                }
            }
        }
        guard skipsBad || outcome.problems.isEmpty else {
            throw .importFailed(
                file: file, problems: Importer.telling(outcome.problems), total: outcome.problems.count)
        }
        return outcome
    }

    /// The first row of each kind of problem, and more where there is room, in the order of the file.
    private static func telling(_ problems: [Problem]) -> [String] {
        var chosen: [Int] = []
        for index in problems.indices where chosen.count < mostNamed {
            if !chosen.contains(where: { problems[$0].text == problems[index].text }) { chosen.append(index) }
        }
        for index in problems.indices where chosen.count < mostNamed && !chosen.contains(index) {
            chosen.append(index)
        }
        return chosen.sorted().map { problems[$0].description }
    }

    private func taken(in workspace: Workspace) throws(SessionsError) -> (
        ids: Set<String>, sources: Set<String>
    ) {
        let ids = Set(try workspace.locations().map(\.id))
        var sources: Set<String> = []
        guard mapping.columns.contains(where: { $0.field == .sourceId }) else { return (ids, sources) }
        // As it stands in a file (without the line end), or could in one that another program wrote.
        let written = String(decoding: JSON.string(sourceName).bytes(.file).dropLast(), as: UTF8.self)
        var rules = IndexRules(check: .folders)
        rules.isWritten = false
        let catalog = try SessionCatalog(of: workspace, rules)
        catalog.forEach { summary in
            if let source = summary.source, source.name == sourceName { sources.insert(source.id) }
        }
        if let error = catalog.damaged(mentioning: [written, "\\u"]).first { throw error }
        return (ids, sources)
    }
}

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
