@testable import SessionsCore

/// A random sequence of commands, played on a workspace by the engine and beside it by `NaiveTimes`.
final class TimePlay {
    struct Difference: Error, CustomStringConvertible {
        let description: String
    }

    /// An operation, with what undoing it must lead back to.
    private struct Done {
        let number: Int
        let user: String
        let isUndo: Bool
        let before: [String: [UInt8]]
        let model: NaiveTimes
    }

    private static let users = ["ada@example.org", "lin@example.org"]
    private static let boxSeconds = 900

    private let bench: Bench
    private let seed: UInt64
    private let base = Instant(rfc3339: "2026-03-10T00:00:00Z") ?? Instant(milliseconds: 0)
    private var generator: SplitMix64
    private var locations: [SessionLocation] = []
    private var model = NaiveTimes(count: 3)
    private var now = 40
    private var latest = 40
    private var done: [Done] = []
    private var told = ""
    /// How many commands changed something, and how many operations were undone out of their order.
    private(set) var changes = 0
    private(set) var undos = 0

    init(seed: UInt64) throws {
        self.seed = seed
        generator = SplitMix64(seed: seed)
        bench = try Bench(seed: seed)
        bench.now = instant(now)
        for number in 1...3 { locations.append(try bench.make("Session \(number)")) }
    }

    func run(commands: Int) throws {
        for step in 1...commands {
            moveClock()
            bench.now = instant(now)
            bench.user = generator.pick(TimePlay.users)
            do {
                switch generator.below(12) {
                case 0: try undoLast()
                case 1: try undoAny()
                default: try play(command())
                }
                try compare()
            } catch let difference as Difference {
                throw Difference(description: "seed \(seed), step \(step), \(told): \(difference)")
            }
        }
        try undoEverything()
    }

    // MARK: Steps

    private func moveClock() {
        switch generator.below(10) {
        case 0: now = max(1, now - 1 - generator.below(20))
        case 1, 2: break
        case 3: now += generator.below(48)
        default: now += 1 + generator.below(8)
        }
        now = min(now, NaiveTimes.boxes - 20)
        latest = max(latest, now)
    }

    private func instant(_ box: Int) -> Instant { base.advanced(bySeconds: box * TimePlay.boxSeconds) }

    private func moment(_ box: Int?) -> Moment { box.map { .instant(instant($0)) } ?? .now }

    /// A time, mostly in the past and near a border of what there is.
    private func box(near session: Int) -> Int {
        let borders = model.sessions[session].pieces.flatMap { [$0.from, $0.to ?? now] } + [now]
        return max(0, generator.pick(borders) - 3 + generator.below(6))
    }

    private func command() -> NaiveTimes.Command {
        let index = generator.below(3)
        let pieces = model.sessions[index].pieces
        let at = generator.below(3) == 0 ? box(near: index) : nil
        switch generator.below(16) {
        case 0, 1, 2, 3:
            return .start(
                index, at: at, isParallel: generator.below(3) == 0, isReopening: generator.below(3) == 0)
        case 4, 5: return .pause(index, at: at)
        case 6: return .complete(index, at: at)
        case 7: return generator.below(2) == 0 ? .archive(index) : .restore(index)
        case 8: return .restore(index)
        case 9: return .addAmount(index, boxes: generator.below(98))
        case 10, 11, 12: break
        case _ where pieces.isEmpty: break
        case 13:
            let piece = generator.below(pieces.count)
            if pieces[piece].amount != nil, generator.below(4) > 0 {
                return .editAmount(index, piece: piece, boxes: generator.below(98))
            }
            let to = generator.below(2) == 0 ? box(near: index) : nil
            return .edit(index, piece: piece, from: at, to: at == nil ? to ?? box(near: index) : to)
        case 14:
            let until = generator.below(2) == 0 ? box(near: index) : nil
            return .split(index, piece: generator.below(pieces.count), at: box(near: index), until: until)
        default:
            return .remove(index, pieces: (0...generator.below(2)).map { _ in generator.below(pieces.count) })
        }
        let from = box(near: index)
        return .add(index, from: from, to: from + generator.below(8))
    }

    private func play(_ command: NaiveTimes.Command) throws {
        told = "\(command) by \(bench.user) at \(now)"
        let (before, modelBefore) = (try bench.sessionFiles(), model)
        let expected = model.apply(command, by: TimePlay.users.firstIndex(of: bench.user) ?? 0, now: now)
        var answer = NaiveTimes.Answer.refused
        do {
            let number = try bench.operation("step") { try perform(command, $0, $1, modelBefore) }
            answer = number == nil ? .same : .changed
            note(number, isUndo: false, before, modelBefore)
        } catch let error as SessionsError where error.code == .refused || error.code == .usage {
            try require(bench.sessionFiles() == before, "refused, but something was written")
        }
        try require(answer == expected, "\(answer), not \(expected)")
    }

    private func note(_ number: Int?, isUndo: Bool, _ before: [String: [UInt8]], _ modelBefore: NaiveTimes) {
        guard let number else { return }
        changes += 1
        done.append(
            Done(number: number, user: bench.user, isUndo: isUndo, before: before, model: modelBefore))
    }

    private func perform(
        _ command: NaiveTimes.Command, _ transaction: Transaction, _ engine: Engine, _ model: NaiveTimes
    ) throws {
        func change(_ index: Int, _ body: (inout Session) throws -> Bool) throws {
            var session = try transaction.session(at: locations[index])
            if try body(&session) { try transaction.update(session) }
        }
        func reference(_ index: Int, _ piece: Int, _ session: Session) throws -> ElementReference {
            let wanted = model.sessions[index].pieces[piece]
            let found = session.intervals.first { (try? self.piece($0, in: session)) == wanted }
            return ElementReference(found?.id ?? "none")
        }
        switch command {
        case .start(let index, let at, let isParallel, let isReopening):
            var options = StartOptions(note: nil)
            options.isReopening = isReopening
            try change(index) { session in
                guard try engine.start(&session, at: moment(at), options) else { return false }
                if !isParallel { _ = try transaction.pauseOthers(than: session, at: moment(at), engine) }
                return true
            }
        case .pause(let index, let at): try change(index) { try engine.pause(&$0, at: moment(at)) }
        case .complete(let index, let at): try change(index) { try engine.complete(&$0, at: moment(at)) }
        case .archive(let index): try change(index) { try engine.archive(&$0) }
        case .restore(let index): try change(index) { try engine.restore(&$0) }
        case .add(let index, let from, let to):
            try change(index) { try engine.addTime(.between(moment(from), moment(to)), to: &$0) }
        case .addAmount(let index, let boxes):
            try change(index) {
                try engine.addTime(.amount(amount(boxes), on: .relative(.day, back: 0)), to: &$0)
            }
        case .edit(let index, let piece, let from, let to):
            var changes = IntervalChanges()
            changes.start = from.map(moment)
            changes.end = to.map(moment)
            try change(index) { try engine.change(reference(index, piece, $0), in: &$0, changes) }
        case .editAmount(let index, let piece, let boxes):
            var changes = IntervalChanges()
            changes.amount = amount(boxes)
            try change(index) { try engine.change(reference(index, piece, $0), in: &$0, changes) }
        case .split(let index, let piece, let at, let until):
            try change(index) {
                try engine.split(
                    reference(index, piece, $0), in: &$0, at: moment(at), until: until.map(moment))
            }
        case .remove(let index, let pieces):
            // Two numbers of pieces that are alike would name one of them twice.
            try change(index) { session in
                var references: [ElementReference] = []
                for piece in Set(pieces).sorted() {
                    let wanted = model.sessions[index].pieces[piece]
                    let found = session.intervals.first { interval in
                        (try? self.piece(interval, in: session)) == wanted
                            && !references.contains(ElementReference(interval.id))
                    }
                    references.append(ElementReference(found?.id ?? "none"))
                }
                return try engine.removeTime(references, from: &session)
            }
        }
    }

    private func amount(_ boxes: Int) -> TimeAmount { TimeAmount(seconds: boxes * TimePlay.boxSeconds) }

    // MARK: Taking back

    /// The last operation of all, where it is no undo: everything is as it was before it.
    private func undoLast() throws {
        told = "undo at \(now)"
        guard let last = done.last, !last.isUndo else { return }
        bench.user = last.user
        let (before, modelBefore) = (try bench.sessionFiles(), model)
        note(try bench.undo(), isUndo: true, before, modelBefore)
        try require(bench.sessionFiles() == last.before, "undo leads elsewhere")
        model = last.model
    }

    /// Some operation, with others behind it: refused, or put back path by path so that no rule is broken.
    private func undoAny() throws {
        guard let target = done.isEmpty ? nil : generator.pick(done), !target.isUndo else { return }
        told = "undo of \(target.number) at \(now)"
        bench.user = target.user
        let (before, modelBefore) = (try bench.sessionFiles(), model)
        do {
            note(try bench.undo(target.number), isUndo: true, before, modelBefore)
            undos += 1
        } catch let error as SessionsError where error.code == .refused {
            return try require(bench.sessionFiles() == before, "refused, but something was written")
        }
        for index in locations.indices { model.sessions[index] = try read(bench.session(locations[index])) }
    }

    private func undoEverything() throws {
        while let last = done.popLast() {
            bench.user = last.user
            try bench.operation("back") { transaction, engine in
                _ = try transaction.takeBack(last.isUndo ? .redo : .undo, number: last.number, engine)
            }
            guard try bench.sessionFiles() == last.before else {
                throw Difference(description: "seed \(seed), taking back \(last.number): not as before")
            }
        }
    }

    // MARK: Comparing

    private func require(_ isRight: Bool, _ text: String) throws {
        if !isRight { throw Difference(description: text) }
    }

    private func compare() throws {
        if let fault = model.fault(latest: latest) { throw Difference(description: fault) }
        var statistics = Statistics(by: [], now: instant(now), zone: .utc)
        for (index, location) in locations.enumerated() {
            let session = try bench.session(location)
            let expected = model.sessions[index]
            let seen = try read(session)
            try require(seen.status == expected.status, "\(seen.status), not \(expected.status)")
            try require(seen.isArchived == expected.isArchived, "archived: \(seen.isArchived)")
            try require(
                seen.pieces.sorted(by: <) == expected.pieces.sorted(by: <),
                "\(seen.pieces), not \(expected.pieces)")
            try require(
                session.tracked(now: instant(now)).seconds == expected.tracked(now) * TimePlay.boxSeconds,
                "tracked \(session.tracked(now: instant(now)))")
            try require(
                session.wall(now: instant(now)).seconds
                    == NaiveTimes.wall([expected], now) * TimePlay.boxSeconds,
                "wall \(session.wall(now: instant(now)))")
            statistics.add(SessionSummary(of: session))
        }
        let totals = statistics.result().totals
        let tracked = model.sessions.reduce(0) { $0 + $1.tracked(now) }
        try require(totals.trackedSeconds == tracked * TimePlay.boxSeconds, "\(totals.trackedSeconds) in all")
        try require(
            totals.wallSeconds == NaiveTimes.wall(model.sessions, now) * TimePlay.boxSeconds,
            "wall \(totals.wallSeconds) in all")
    }

    /// What a file holds, read here and not by the engine.
    private func read(_ session: Session) throws -> NaiveTimes.Session {
        var read = NaiveTimes.Session()
        read.status = session.document["status"]?.stringValue ?? ""
        read.isArchived = session.document["archived"] != nil
        read.pieces = try session.intervals.map { try piece($0, in: session) }
        return read
    }

    private func piece(_ interval: Interval, in session: Session) throws -> NaiveTimes.Piece {
        let stored = session.document["intervals"]?.objectValue?[interval.id]?.objectValue ?? [:]
        let person = TimePlay.users.firstIndex { $0 == stored["by"]?.stringValue } ?? -1
        if let day = stored["date"]?.stringValue, let seconds = stored["seconds"]?.intValue {
            try require(seconds % TimePlay.boxSeconds == 0, "\(seconds) seconds")
            return .init(
                person: person, from: try box(of: day + "T00:00:00.000Z"),
                amount: seconds / TimePlay.boxSeconds)
        }
        return .init(
            person: person, from: try box(of: stored["start"]?.stringValue ?? ""),
            to: try stored["end"]?.stringValue.map(box))
    }

    /// The box of a time of March 2026, by its digits.
    private func box(of text: String) throws -> Int {
        let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
        try require(
            text.hasPrefix("2026-03-") && numbers.count == 7 && numbers[4] % 15 == 0
                && numbers[5] == 0 && numbers[6] == 0, "the time \(text)")
        return (numbers[2] - 10) * 96 + numbers[3] * 4 + numbers[4] / 15
    }
}

extension NaiveTimes.Piece: Comparable {
    static func < (a: Self, b: Self) -> Bool {
        (a.from, a.person, a.to ?? -1, a.amount ?? -1) < (b.from, b.person, b.to ?? -1, b.amount ?? -1)
    }
}
