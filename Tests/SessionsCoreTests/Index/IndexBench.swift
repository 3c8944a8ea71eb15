@testable import SessionsCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A workspace whose sessions are read with an index and without.
final class IndexBench {
    let bench: Bench
    /// An index whatever it is worth, and no more patience than the clock needs.
    var rules = IndexRules(check: .files)

    static let without: IndexRules = {
        var rules = IndexRules(check: .files)
        rules.isUsed = false
        return rules
    }()

    init(seed: UInt64 = 1) throws {
        bench = try Bench(seed: seed)
        rules.margin = 0
        rules.fewest = 1
    }

    var workspace: Workspace { bench.workspace }
    let indexName = ".sessions/local/index"

    /// Writes an index that is sure of everything.
    func writeIndex() throws {
        bench.folder.remove(indexName)
        Self.waitForClock()
        _ = try SessionCatalog(of: workspace, rules, searchable: true)
    }

    /// Until the clock of file systems, which goes by steps, has come to what the other one shows now, a few
    /// milliseconds: stamps of either kind are older then, and what changes from there on can be told.
    static func waitForClock() {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        let now = FileStamp.nanoseconds(time)
        while FileStamp.clock() <= now {}
    }

    /// How many sessions the index answers for.
    func indexed(_ rules: IndexRules) throws -> Int {
        var count = 0
        try SessionCatalog(of: workspace, rules).eachIndexed { _, _ in count += 1 }
        return count
    }

    /// All that a catalog says of every session.
    static func portrait(_ catalog: SessionCatalog) -> [String] {
        let now = at("12:00")
        var lines: [String] = []
        catalog.forEach { lines.append(portrait($0, now: now)) }
        return lines.sorted() + catalog.damaged.map(\.message) + catalog.labels.tags + catalog.labels.projects
            + sums(catalog, by: [.tag, .project])
    }

    /// All that statistics say of the sessions of a catalog.
    static func sums(
        _ catalog: SessionCatalog, by keys: [GroupKey], of query: Query = .everything, withDays: Bool = true
    ) -> [String] {
        let context = QueryContext(now: at("12:00"), zone: TestZone.berlin, archived: .counted) { $0 == "me" }
        let empty = Statistics(by: keys, now: context.now, zone: context.zone, withDays: withDays)
        let (sums, count) = catalog.statistics(empty, of: QueryMatcher(query, context))
        let result = sums.result()
        return ["\(count) \(text(result.totals))"] + result.rows.map { "\($0.values) \(text($0.tally))" }
    }

    private static func text(_ tally: Tally) -> String {
        let spreads = [tally.lengths, tally.overPlan, tally.dayStarts, tally.dayEnds].map { spread in
            "\(spread.values.sorted()) \(text(spread.mean))"
        }
        return """
            \(tally.sessions) \(tally.completed) \(tally.abandoned) \(tally.archived) \(tally.trackedSeconds) \
            \(tally.wallSeconds) \(tally.plannedSeconds) \(tally.plannedOfCompleted) \
            \(tally.trackedOfCompleted) \(tally.goals) \(tally.goalsReached) \(tally.pauses) \(spreads)
            """
    }

    static func portrait(_ summary: SessionSummary, now: Instant) -> String {
        var folded: [String] = []
        FoldedLines(of: summary).eachLine { _, field, line in
            folded.append("\(field) \(String(decoding: line, as: UTF8.self))")
        }
        return "\(facts(of: summary, now)) \(summary.location) \(folded)"
    }

    static func facts(of session: SessionSummary, _ now: Instant) -> String {
        """
        \(session.id) \(session.title) \(session.status) \(session.statusBefore) \(session.isArchived) \
        \(session.isRunning) \(session.project ?? "-") \(session.template ?? "-") \(session.tags) \
        \(session.createdBy) \(session.createdAt) \(session.updatedAt) \(text(session.startedAt)) \
        \(text(session.completedAt)) \(text(session.archivedAt)) \(text(session.planned)) \
        \(text(session.outcome)) \(text(session.rating)) \(text(session.progress)) \
        \(session.participants) \(session.mentions) \
        \(session.intervals.map { "\($0.by) \($0.extent) \($0.utcOffset)" }) \(session.tracked(now: now)) \
        \(session.wall(now: now)) \(session.goals) \(text(session.source)) \
        \(session.flags.contains(.description)) \(session.hasLesson) \(session.skills)
        """
    }

    /// The same read from the session itself.
    static func facts(of session: Session, _ now: Instant) -> String {
        var mentions: [String] = []
        for person in session.comments.flatMap(\.mentions) where !mentions.contains(person) {
            mentions.append(person)
        }
        return """
            \(session.id) \(session.title) \(session.status) \(session.statusBefore) \(session.isArchived) \
            \(session.isRunning) \(session.project ?? "-") \(session.template ?? "-") \(session.tags) \
            \(session.createdBy) \(session.createdAt) \(session.updatedAt) \(text(session.startedAt)) \
            \(text(session.completedAt)) \(text(session.archivedAt)) \(text(session.planned)) \
            \(text(session.outcome)) \(text(session.rating)) \(text(session.progress)) \
            \(session.participants) \(mentions) \
            \(session.intervals.map { "\($0.by) \($0.extent) \($0.utcOffset)" }) \(session.tracked(now: now)) \
            \(session.wall(now: now)) \((count: session.goals.count, done: session.goals.count { $0.isDone })) \
            \(text(session.source)) \(session.description != nil) \(!session.lessons.isEmpty) \(session.skills)
            """
    }

    private static func text<Value>(_ value: Value?) -> String { value.map { "\($0)" } ?? "-" }

    // MARK: Other programs

    /// Changes a file in its place, as some editors do, and gives it back the time it had.
    func overwrite(_ name: String, _ change: (inout [UInt8]) -> Void) throws {
        let path = bench.folder.path + "/" + name
        var bytes = bench.folder.bytes(at: name) ?? []
        change(&bytes)
        var before = stat()
        stat(path, &before)
        let file = open(path, O_WRONLY | O_TRUNC)
        guard file >= 0 else { throw IOFailure("open", path) }
        defer { close(file) }
        write(file, bytes, bytes.count)
        #if canImport(Darwin)
            var times = [before.st_atimespec, before.st_mtimespec]
        #else
            var times = [before.st_atim, before.st_mtim]
        #endif
        futimens(file, &times)
    }

    /// Gives a file the time of modification that a clock set back would.
    func setBack(_ name: String, seconds: Int) {
        var times = [timespec(), timespec()]
        times[0].tv_sec = 1_000_000_000 - seconds
        times[1].tv_sec = 1_000_000_000 - seconds
        utimensat(AT_FDCWD, bench.folder.path + "/" + name, &times, 0)
    }
}
