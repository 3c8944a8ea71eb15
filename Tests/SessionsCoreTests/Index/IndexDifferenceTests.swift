import Testing

@testable import SessionsCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The index never changes an answer: random queries in the middle of random changes, with it and without.
@Suite struct IndexDifferenceTests {
    /// `INDEX_ROUNDS=2000` asks more of it.
    private static var rounds: Int { getenv("INDEX_ROUNDS").flatMap { Int(String(cString: $0)) } ?? 120 }

    private final class Changes {
        let bench: IndexBench
        var random: SplitMix64
        let hasGit: Bool
        var commits = 0

        init(seed: UInt64) throws {
            bench = try IndexBench(seed: seed)
            random = SplitMix64(seed: seed)
            hasGit = try System.output(of: "git", ["--version"]) != nil
            for number in 0..<12 { try bench.bench.make("Session \(number)", tags: ["a"]) }
            if hasGit {
                _ = git("init", "--quiet")
                try commit()
            }
        }

        private func git(_ words: String...) -> String? {
            let person = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
            return try? System.output(of: "git", ["-C", bench.bench.folder.path] + person + words)
        }

        private func commit() throws {
            _ = git("add", "-A", ".")
            if git("commit", "--quiet", "--allow-empty", "-m", "\(commits)") != nil || true { commits += 1 }
        }

        private func any() throws -> SessionLocation? {
            let all = try bench.workspace.locations()
            return all.isEmpty ? nil : random.pick(all)
        }

        /// One change by the tool, an editor, another program or git.
        func change() throws -> String {
            let tool = bench.bench
            guard let location = try any() else {
                try tool.make()
                return "made"
            }
            let name = tool.file(location)
            switch random.below(hasGit ? 13 : 11) {
            case 0:
                try tool.make(random.pick(["Lexer", "Größe", "web"]), tags: ["web", "é"])
                return "made"
            case 1:
                _ = try? tool.retitle(location, random.pick(["ＡＢＣ", "a b", "lexer \(random.below(9))"]))
                return "retitled \(location.id)"
            case 2:
                _ = try? tool.change(location) { session, engine in _ = try engine.start(&session) }
                return "started \(location.id)"
            case 3:
                _ = try? tool.comment(on: location, "the lexer, @lin")
                return "commented \(location.id)"
            case 4:
                _ = try? tool.undo()
                return "undone"
            case 5, 6:
                // As long as before, where the words are.
                try bench.overwrite(name) { bytes in
                    let text = String(decoding: bytes, as: UTF8.self)
                    let other = text.replacingWord("lexer", "laxer").replacingWord("web", "wab")
                    bytes = Array((other == text ? text.replacingWord("laxer", "lexer") : other).utf8)
                }
                return "overwrote \(location.id)"
            case 7:
                let document = random.sessionDocument(id: location.id)
                try bench.overwrite(name) { $0 = JSON.object(document).bytes(.file) }
                if random.below(2) == 0 { bench.setBack(name, seconds: random.below(1_000)) }
                return "rewrote \(location.id)"
            case 8:
                let id = tool.ids.session()
                let document = random.sessionDocument(id: id)
                let month = random.pick(["2025-01", "2026-11", "2026-12", "nonsense"])
                try tool.folder.write(
                    JSON.object(document).bytes(.file), at: ".sessions/sessions/\(month)/\(id).json")
                return "put \(id)"
            case 9:
                if random.below(2) == 0 {
                    tool.folder.remove(name)
                } else {
                    try tool.folder.write("garbage", at: name)
                }
                return "damaged \(location.id)"
            case 10:
                try tool.folder.write(
                    JSON.object(random.sessionDocument(id: location.id)).bytes(.file), at: name + ".new")
                rename(tool.folder.path + "/" + name + ".new", tool.folder.path + "/" + name)
                bench.setBack(name, seconds: 5)
                return "replaced \(location.id)"
            case 11:
                try commit()
                return "committed"
            default:
                _ = git("checkout", "--quiet", "--force", "HEAD~\(random.below(min(4, commits)))")
                return "checked out"
            }
        }
    }

    private func answers(_ query: Query, _ keys: [GroupKey], _ catalog: SessionCatalog) -> [String] {
        let context = QueryContext(now: at("12:00"), zone: .utc, archived: .hidden) { $0 == "me" }
        let matcher = QueryMatcher(query, context)
        let ranking = SearchRanking(query, context)
        // First what is answered from the rows, before anything else has been looked at.
        let sums = [true, false].flatMap {
            IndexBench.sums(catalog, by: keys, of: query, withDays: $0)
        }
        let order = OrderedSessions(by: .updated, now: context.now, first: 3)
        let newest = catalog.chosen(by: matcher, in: order).first.map { "\($0.id) \($0.title)" }
        let hits = catalog.hits(ranking).first.map { hit -> String in
            let session = try? catalog.session(hit.summary)
            return "\(hit.summary.id) \(session.flatMap { hit.line(of: $0) }.map { "\($0)" } ?? "-")"
        }
        var meant: [String] = []
        catalog.forEach { summary in
            guard matcher.matches(summary) else { return }
            meant.append(summary.id)
        }
        let shortIDs = ShortIDs(catalog)
        let short = meant.map { "\($0) \(shortIDs.short($0))" }
        let candidates = catalog.candidates(beginning: "", for: "ada@example.org", titles: 9, limit: 9)
        return newest + short.sorted() + hits + sums + candidates.map { "\($0)" }
            + IndexBench.portrait(catalog)
    }

    @Test func thereIsNoDifferenceInTheMiddleOfChanges() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var queries = SplitMix64(seed: seed)
        var (fromIndex, fromFiles, history) = (0, 0, [String]())
        var changes = try Changes(seed: seed)
        for round in 0..<Self.rounds {
            if round % 40 == 39 { changes = try Changes(seed: seed &+ UInt64(round)) }
            let bench = changes.bench
            for _ in 0..<queries.below(3) { history.append(try changes.change()) }
            let query = queries.below(4) == 0 ? Query.everything : queries.query(depth: queries.below(4))
            let keys = Array(Set([queries.pick(GroupKey.allCases), queries.pick(GroupKey.allCases)]))
            let catalog = try SessionCatalog(of: bench.workspace, bench.rules, searchable: true)
            catalog.eachIndexed { _, _ in fromIndex += 1 }
            catalog.eachFresh { _, _ in fromFiles += 1 }
            let truth = try SessionCatalog(of: bench.workspace, IndexBench.without, searchable: true)
            let (found, expected) = (answers(query, keys, catalog), answers(query, keys, truth))
            #expect(
                found == expected,
                "seed \(seed), round \(round), \(query), after \(history.suffix(8))")
            if found != expected { return }
            let locations = try bench.workspace.locations()
            #expect(try bench.workspace.names(beginning: "") == locations)
            let (short, all) = (try bench.workspace.shortIDs(), ShortIDs(locations.map { SessionKey($0.id) }))
            #expect(locations.allSatisfy { short.short($0.id) == all.short($0.id) })
            if let id = locations.last?.id {
                let prefix = String(id.prefix(3))
                #expect(
                    try bench.workspace.names(beginning: prefix)
                        == locations.filter { $0.id.hasPrefix(prefix) })
            }
        }
        // Otherwise it says nothing of the index.
        #expect(fromIndex > Self.rounds && fromFiles > 0, "seed \(seed): \(fromIndex), \(fromFiles)")
    }

    /// What trusting folders can miss is a file that was changed in its place, and nothing else.
    @Test func foldersTellOfEverythingButWhatChangedInItsPlace() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        let bench = try IndexBench(seed: seed)
        let tool = bench.bench
        var random = SplitMix64(seed: seed)
        bench.rules.check = .folders
        for number in 0..<6 { try tool.make("Session \(number)") }
        try bench.writeIndex()
        #expect(try bench.indexed(bench.rules) == 6)
        for round in 0..<60 {
            let all = try bench.workspace.locations()
            switch random.below(4) {
            case 0: try tool.make("Session \(round)", tags: ["t\(round)"])
            case 1: _ = try? tool.retitle(random.pick(all), "Other \(round)")
            case 2 where all.count > 3: tool.folder.remove(tool.file(random.pick(all)))
            default: try tool.folder.write("garbage", at: tool.file(random.pick(all)))
            }
            let catalog = try SessionCatalog(of: bench.workspace, bench.rules, searchable: true)
            let truth = try SessionCatalog(of: bench.workspace, IndexBench.without, searchable: true)
            #expect(
                IndexBench.portrait(catalog) == IndexBench.portrait(truth), "seed \(seed), round \(round)")
            for location in try bench.workspace.locations() {
                #expect(try bench.workspace.resolve(String(location.id.prefix(9)), for: "ada") == location)
            }
        }
    }
}

extension String {
    /// Without Foundation.
    func replacingWord(_ word: String, _ other: String) -> String {
        split(separator: " ", omittingEmptySubsequences: false).map { part in
            part.lowercased().contains(word) ? String(part).replacingOne(word, other) : String(part)
        }.joined(separator: " ")
    }

    private func replacingOne(_ word: String, _ other: String) -> String {
        var bytes = Array(utf8)
        let needle = Array(word.utf8)
        guard let place = bytes.withUnsafeBytes({ ByteSearch.firstIndex(of: needle, in: $0, from: 0) }) else {
            return self
        }
        bytes.replaceSubrange(place..<place + needle.count, with: Array(other.utf8))
        return String(decoding: bytes, as: UTF8.self)
    }
}
