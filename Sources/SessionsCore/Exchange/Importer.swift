/// Brings the records of a file in as sessions, all of them in one operation and one at a time in memory.
///
/// Rows of another program become new sessions; exported sessions come in as they were, with their ids and nothing
/// added to them.
package struct Importer {
    package struct Outcome: Sendable {
        /// The ids of the new sessions.
        package var imported: [String] = []
        /// Records that are here already: rows by their source id, sessions that are the same.
        package var known = 0
        /// Those of the new sessions that have attachments whose contents are not here.
        package var withoutContents: [String] = []
        /// Records that could not be read, as `line 12: why`.
        package var bad: [String] { problems.map(\.description) }
        fileprivate(set) var problems: [Problem] = []
    }

    /// Why a record could not be read.
    struct Problem: CustomStringConvertible {
        let line: Int
        let text: String
        let fault: ImportFault

        var description: String { "line \(line): \(text)" }
    }

    /// What a record comes to.
    private enum Verdict {
        case new(Session)
        case known
        case bad(String, ImportFault)
    }

    /// What is there already.
    private struct Taken {
        /// Where the sessions lay before.
        var directory = SessionDirectory([])
        /// The ids of those, and of the new ones.
        var ids: Set<String> = []
        /// The source ids of those that came from the same source.
        var sources: Set<String> = []
        /// The lines of the source ids of this file.
        var linesOfSources: [String: Int] = [:]
    }

    /// How many records a refusal names.
    private static let mostNamed = 5

    /// What the file is called; its rows are known again by this and their `sourceId`.
    private let sourceName: String
    private let mapping: ImportMapping?

    /// - Parameter mapping: nil for exported sessions.
    package init(sourceName: String, mapping: ImportMapping?) {
        self.sourceName = sourceName
        self.mapping = mapping
    }

    /// Reads every record and has the new sessions written.
    ///
    /// - Parameters:
    ///   - skipsBad: leave records that cannot be read out, instead of refusing the whole.
    ///   - progress: told now and then how far it is, 0 to 1.
    /// - Throws: `importFailed`, naming the lines.
    package func run(
        _ source: ImportSource, file: String, into transaction: Transaction, _ engine: Engine,
        skipsBad: Bool, progress: (Double) -> Void
    ) throws(SessionsError) -> Outcome {
        if mapping == nil { try engine.permit(.change, inWorkspaceTo: "import", file) }
        var taken = try taken(in: transaction.workspace)
        var outcome = Outcome()
        var source = source
        while let record = source.next() {
            progress(source.progress)
            let line: Int
            let verdict: Verdict
            switch record {
            case .bad(let badLine, let text, let fault): (line, verdict) = (badLine, .bad(text, fault))
            case .values(let rowLine, let values):
                line = rowLine
                verdict = try judge(values, line, engine, &taken)
            case .session(let objectLine, let object):
                line = objectLine
                verdict = try judge(object, transaction.workspace, engine, taken)
            }
            switch verdict {
            case .bad(let text, let fault):
                outcome.problems.append(Problem(line: line, text: text, fault: fault))
            case .known: outcome.known += 1
            case .new(let session):
                taken.ids.insert(session.id)
                do throws(SessionsError) {
                    // The rest is only read once it is clear that nothing will be written.
                    if skipsBad || outcome.problems.isEmpty {
                        try transaction.create(session, isKept: false)
                    }
                    outcome.imported.append(session.id)
                    if try transaction.workspace.lacksContents(of: session) {
                        outcome.withoutContents.append(session.id)
                    }
                } catch {
                    outcome.problems.append(try Importer.problem(error, line: line))
                }
            }
        }
        if let failure = source.failure { throw .io(failure) }
        guard skipsBad || outcome.problems.isEmpty else {
            throw .importFailed(
                file: file, problems: Importer.telling(outcome.problems), total: outcome.problems.count,
                outcome.problems.map(\.fault).max { $0.rawValue < $1.rawValue } ?? .value)
        }
        return outcome
    }

    /// A row of another program.
    private func judge(
        _ values: [(field: ImportMapping.Field, text: String)], _ line: Int, _ engine: Engine,
        _ taken: inout Taken
    ) throws(SessionsError) -> Verdict {
        guard let mapping else { return .bad("nothing says which column holds what", .value) }
        let row: ImportedRow
        do throws(ImportedRow.Problem) { row = try ImportedRow(values, mapping, zone: engine.zone) } catch {
            return .bad(error.text, .value)
        }
        if let id = row.sourceID {
            if let earlier = taken.linesOfSources[id] {
                return .bad("its sourceId '\(id)' is that of line \(earlier)", .value)
            }
            if taken.sources.contains(id) { return .known }
        }
        do throws(SessionsError) {
            let ids = taken.ids
            let session = try engine.importSession(row, sourceName: sourceName) { id in ids.contains(id) }
            if let id = row.sourceID { taken.linesOfSources[id] = line }
            return .new(session)
        } catch {
            let problem = try Importer.problem(error, line: line)
            return .bad(problem.text, problem.fault)
        }
    }

    /// A session as it was exported.
    private func judge(
        _ output: JSONObject, _ workspace: Workspace, _ engine: Engine, _ taken: Taken
    ) throws(SessionsError) -> Verdict {
        // What a later version takes for a session is not for this one to say.
        if let schema = output["schema"]?.intValue, schema > Session.schema {
            let id = output["id"]?.stringValue ?? "?"
            return .bad("'\(id)' was written by a later version (schema \(schema))", .newer)
        }
        let session: Session
        do throws(SessionChecker.Problem) {
            let document = try ExportedSession.document(of: output)
            try SessionChecker.check(document)
            session = Session(document: document)
        } catch {
            return .bad(
                "it is no exported session: expected \(error.expected) at \(error.pointer) (for files of other "
                    + "programs, --map says which key holds what)", .damaged)
        }
        do throws(SessionChecker.Problem) { try ExportedSession.checkValues(of: session) } catch {
            return .bad("'\(session.id)': expected \(error.expected) at \(error.pointer)", .damaged)
        }
        guard taken.ids.contains(session.id) else { return .new(session) }
        guard let location = try? taken.directory.location(named: session.id),
            let present = try workspace.session(at: location)
        else { return .bad("'\(session.id)' stands in an earlier line, too", .value) }
        return present.isExported(as: session, now: engine.now)
            ? .known : .bad("'\(session.id)' is here already and differs", .differs)
    }

    /// What is wrong with a record, where that is no failure of the whole.
    private static func problem(_ error: SessionsError, line: Int) throws(SessionsError) -> Problem {
        guard error.code == .usage || error.code == .limit else { throw error }
        return Problem(line: line, text: error.message, fault: error.code == .limit ? .tooLarge : .value)
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

    private func taken(in workspace: Workspace) throws(SessionsError) -> Taken {
        var taken = Taken()
        let locations = try workspace.locations()
        taken.ids = Set(locations.map(\.id))
        if mapping == nil { taken.directory = SessionDirectory(locations) }
        guard mapping?.columns.contains(where: { $0.field == .sourceId }) ?? false else { return taken }
        // As it stands in a file (without the line end), or could in one that another program wrote.
        let written = String(decoding: JSON.string(sourceName).bytes(.file).dropLast(), as: UTF8.self)
        var rules = IndexRules(check: .folders)
        rules.isWritten = false
        let catalog = try SessionCatalog(of: workspace, rules)
        catalog.forEach { summary in
            if let source = summary.source, source.name == sourceName { taken.sources.insert(source.id) }
        }
        if let error = catalog.damaged(mentioning: [written, "\\u"]).first { throw error }
        return taken
    }
}

extension Session {
    /// Whether another is this one as it is exported.
    fileprivate func isExported(as other: Session, now: Instant) -> Bool {
        document == other.document
            || (try? ExportedSession.document(of: output(now: now))) == other.document
    }
}

extension Workspace {
    /// Whether the content of an attachment is not here.
    fileprivate func lacksContents(of session: Session) throws(SessionsError) -> Bool {
        for attachment in session.attachments {
            let path = WorkspacePath(["attachments", session.id, attachment.sha256])
            let isHere = try SessionsError.wrap { () throws(IOFailure) in try holds(path) }
            if !isHere { return true }
        }
        return false
    }
}
