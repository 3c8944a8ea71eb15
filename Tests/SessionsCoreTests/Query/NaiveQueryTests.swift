import Testing

@testable import SessionsCore

/// What a random session is made of, and queries answered from that by the shortest way there is.
private struct Facts {
    let id: String
    let status: Status
    let isArchived: Bool
    let title: String
    let description: String?
    let tags: [String]
    let project: String?
    let template: String?
    let people: [(name: String, role: String)]
    let plan: Int?
    let rating: Int?
    let outcome: String?
    let goals: [String]
    /// Minutes before now.
    let created: Int
    let stretches: [(start: Int, end: Int?)]
    let started: Int?
    let completed: Int?
    let updated: Int
    let comments: [(text: String, mentioned: String?)]
    let hasFile: Bool
    let skills: [String]
    let lesson: String?

    static let now = at("12:00")
    static let me = "ada"

    init(_ random: inout SplitMix64) {
        id = random.pick(["k7m2q9wd4xhz", "x22222222222"])
        status = random.pick([.draft, .active, .paused, .completed])
        isArchived = random.below(4) == 0
        let words = ["lexer", "a", "web", "x,y", "me and not you", "OR", "a b", "-"]
        title = random.pick(words)
        description = random.pick([nil, "Lexer\nweb"])
        tags = SessionRules.sortedSet(
            (0..<random.below(3)).map { _ in random.pick(["a", "web", "lexer", "x,y"]) })
        project = random.pick([nil, "web", "web.auth", "webs", "a"])
        template = random.pick([nil, "lexer", "a"])
        let others = random.pick([[("lin", "viewer")], [("ada", "editor")], []])
        people = [(random.pick(["me", "zoe"]), "owner")] + others
        plan = random.pick([nil, 0, 1, 60, 90, 1440])
        rating = random.pick([nil, 1, 3, 5])
        outcome = random.pick([nil, "success", "partial", "failed"])
        goals = random.pick([[], ["a"], ["tag:a"]])
        let minutes = [0, 1, 15, 900, 1440, 20_159, 20_161, 40_000, 90_000, 400_000]
        created = random.pick(minutes)
        let isOpen = status == .active
        stretches = (0..<random.below(3)).map { _ in
            let start = random.pick(minutes)
            return (start, isOpen ? nil : start - random.below(start + 1))
        }
        started = random.pick([nil] + minutes)
        completed = random.pick([nil] + minutes)
        updated = random.pick(minutes)
        comments = random.pick([[], [("the lexer", "ada")], [("x", "lin")]])
        hasFile = random.below(2) == 0
        skills = random.pick([[], [], ["lexer"], ["a b", "x,y"]])
        lesson = random.pick([nil, nil, "Web first\nlexer"])
    }

    static func instant(_ minutes: Int) -> Instant { now.advanced(bySeconds: -minutes * 60) }

    var session: Session {
        func text(_ minutes: Int) -> JSON { .string(Facts.instant(minutes).rfc3339) }
        var document: JSONObject = [
            "id": .string(id), "schema": 1, "status": .string(status.rawValue), "title": .string(title),
            "createdBy": "ada", "createdAt": text(created), "tags": .array(tags.map(JSON.string)),
        ]
        if isArchived { document["archived"] = ["at": text(0)] }
        document["description"] = description.map(JSON.string)
        document["project"] = project.map(JSON.string)
        document["template"] = template.map(JSON.string)
        document["participants"] = .object(JSONObject(people.map { ($0.name, .string($0.role)) }))
        document["plannedMinutes"] = plan.map { .number(JSONNumber($0)) }
        var reflection = JSONObject()
        reflection["outcome"] = outcome.map(JSON.string)
        reflection["rating"] = rating.map { .number(JSONNumber($0)) }
        reflection["learned"] = lesson.map { ["l1": .string($0)] }
        if !skills.isEmpty { reflection["skills"] = .object(JSONObject(skills.map { ($0, 1) })) }
        if !reflection.isEmpty { document["reflection"] = .object(reflection) }
        document["goals"] = .object(
            JSONObject(goals.enumerated().map { ("g\($0)", ["title": .string($1)]) }))
        document["intervals"] = .object(
            JSONObject(
                stretches.enumerated().map { index, stretch in
                    var interval: JSONObject = ["start": text(stretch.start)]
                    interval["end"] = stretch.end.map(text)
                    return ("i\(index)", .object(interval))
                }))
        document["comments"] = .object(
            JSONObject(
                comments.enumerated().map { index, comment in
                    var object: JSONObject = ["at": text(0), "text": .string(comment.text)]
                    object["mentions"] = comment.mentioned.map { .array([.string($0)]) }
                    return ("c\(index)", .object(object))
                }))
        if hasFile {
            document["attachments"] = ["a1": ["name": "web.txt", "sha256": "0"]]
        }
        var events: [(String, JSON)] = []
        for (kind, minutes) in [("started", started), ("completed", completed), ("edited", updated)] {
            guard let minutes else { continue }
            let event: JSONObject = [
                "seq": .number(JSONNumber(events.count)), "at": text(minutes), "type": .string(kind),
            ]
            events.append(("e\(events.count)", .object(event)))
        }
        document["events"] = .object(JSONObject(events))
        return Session(document: document)
    }

    func isMeant(by query: Query, _ rule: QueryContext.ArchiveRule) -> Bool {
        if isArchived, rule == .hidden, !"\(query)".contains("status:") { return false }
        return holds(query, rule)
    }

    private func holds(_ query: Query, _ rule: QueryContext.ArchiveRule) -> Bool {
        switch query {
        case .all(let parts): !parts.contains { !holds($0, rule) }
        case .any(let parts): parts.contains { holds($0, rule) }
        case .not(let part): !holds(part, rule)
        case .condition(let condition): holds(condition, rule)
        }
    }

    private func holds(_ condition: QueryCondition, _ rule: QueryContext.ArchiveRule) -> Bool {
        switch condition {
        case .status(let asked):
            asked.contains(isArchived ? .archived : status) || rule == .counted && asked.contains(status)
        case .tag(let asked): !asked.filter { tags.contains($0) }.isEmpty
        case .project(let asked):
            project.map { project in asked.contains { (project + ".").hasPrefix($0 + ".") } } ?? false
        case .template(let asked): template.map { asked.contains($0) } ?? false
        case .owner(let asked): people.contains { $0.role == "owner" && isAsked($0.name, asked) }
        case .with(let asked): people.contains { isAsked($0.name, asked) }
        case .id(let asked): asked.contains { id.hasPrefix($0) }
        case .amount(.plan, let range): plan.map { isIn(range, $0 * 60) } ?? false
        case .amount(.tracked, let range): isIn(range, tracked)
        case .outcome(let asked): asked.contains { $0.rawValue == outcome }
        case .rating(let range):
            rating.map { $0 >= range.from ?? .min && $0 <= range.to ?? .max } ?? false
        case .time(.created, let range): isIn(range, created, created)
        case .time(.started, let range): started.map { isIn(range, $0, $0) } ?? false
        case .time(.completed, let range):
            status == .completed && completed.map { isIn(range, $0, $0) } ?? false
        case .time(.updated, let range): isIn(range, updated, updated)
        case .during(let range):
            stretches.contains { isIn(range, $0.start, $0.end ?? 0) }
                || [started, completed, updated].contains { $0.map { isIn(range, $0, $0) } ?? false }
        case .skill(let asked): asked.contains { skills.contains($0) }
        case .flag(let flags): flags.contains(where: has)
        case .has(let parts): parts.contains(where: has)
        case .lacks(let parts): parts.contains { !has($0) }
        case .text(let word):
            ([title, description, hasFile ? "web.txt" : nil, lesson] + goals + comments.map(\.text))
                .compactMap { $0 }
                .flatMap { $0.split(separator: "\n") }
                .contains { $0.lowercased().utf8.holds(Self.plain(word).utf8) }
        }
    }

    /// Without case and accents, of which queries have no other than these.
    private static func plain(_ word: String) -> String {
        let scalars = word.lowercased().unicodeScalars.filter { $0 != "\u{301}" }
        return String(String.UnicodeScalarView(scalars.map { $0 == "\u{e9}" ? "e" : $0 }))
    }

    private var tracked: Int { stretches.reduce(0) { $0 + ($1.start - ($1.end ?? 0)) * 60 } }

    private func isAsked(_ name: String, _ asked: [String]) -> Bool {
        asked.contains(name) || asked.contains("me") && name == Facts.me
    }

    private func isIn(_ range: QueryRange<TimeAmount>, _ seconds: Int) -> Bool {
        seconds >= range.from?.seconds ?? 0 && seconds <= range.to?.seconds ?? .max
    }

    private func isIn(_ range: QueryRange<TimePhrase>, _ start: Int, _ end: Int) -> Bool {
        let from = range.from?.period(now: Facts.now, in: .utc).start.milliseconds ?? .min
        let to = range.to?.period(now: Facts.now, in: .utc).end.milliseconds ?? .max
        return Facts.instant(end).milliseconds >= from && Facts.instant(start).milliseconds < to
    }

    private func has(_ flag: QueryCondition.Flag) -> Bool {
        switch flag {
        case .running: stretches.contains { $0.end == nil }
        case .stale: [.draft, .paused].contains(status) && !isArchived && updated > 14 * 24 * 60
        case .forgotten: stretches.contains { $0.end == nil && $0.start > 8 * 60 }
        case .mine: people.contains { $0.name == Facts.me }
        case .mentioned: comments.contains { $0.mentioned == Facts.me }
        case .overBudget: plan.map { tracked > $0 * 60 } ?? false
        }
    }

    private func has(_ part: QueryCondition.Part) -> Bool {
        switch part {
        case .goal: !goals.isEmpty
        case .comment: !comments.isEmpty
        case .attachment: hasFile
        case .plan: plan != nil
        case .project: project != nil
        case .tag: !tags.isEmpty
        case .template: template != nil
        case .description: description != nil
        case .outcome: outcome != nil
        case .rating: rating != nil
        case .time: !stretches.isEmpty
        case .lesson: lesson != nil
        case .skill: !skills.isEmpty
        }
    }
}

extension String.UTF8View {
    /// Whether the bytes of a text stand in these, tried at every place.
    fileprivate func holds(_ text: String.UTF8View) -> Bool {
        text.isEmpty || indices.contains { self[$0...].starts(with: text) }
    }
}

@Suite struct NaiveQueryTests {
    @Test func everyQueryMeansWhatTheShortestWayFinds() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix64(seed: seed)
        var (found, missed) = (0, 0)
        for round in 0..<3_000 {
            let facts = Facts(&random)
            let session = facts.session
            for rule in [QueryContext.ArchiveRule.hidden, .counted, .shown] {
                let context = QueryContext(now: Facts.now, zone: .utc, archived: rule) { $0 == Facts.me }
                let query = random.query(depth: random.below(4))
                let isMeant = facts.isMeant(by: query, rule)
                #expect(
                    query.matches(session, context) == isMeant,
                    "seed \(seed), round \(round), \(rule): \(query) of \(session.document)")
                if isMeant { found += 1 } else { missed += 1 }
            }
        }
        // Otherwise the queries say nothing.
        #expect(found > 1_000 && missed > 1_000, "seed \(seed)")
    }
}
