/// What the rules of lifecycle and time come to, told a second time and as simply as can be: time is a row of
/// boxes of a quarter of an hour, and worked time is boxes with a tick in them. Nothing here uses the engine.
struct NaiveTimes {
    /// The row's length, eight days: no clock gets this far.
    static let boxes = 8 * 96

    struct Piece: Equatable {
        let person: Int
        var from: Int
        /// Nil while the clock runs.
        var to: Int?
        /// The boxes of a plain amount, which lie nowhere.
        var amount: Int?

        /// The boxes it takes, one that runs all up to the end of the row.
        var taken: Range<Int> { amount == nil ? from..<max(from, to ?? NaiveTimes.boxes) : 0..<0 }

        func worked(_ now: Int) -> Range<Int> { amount == nil ? from..<max(from, to ?? now) : 0..<0 }
    }

    struct Session: Equatable {
        var status = "draft"
        var isArchived = false
        var pieces: [Piece] = []

        var runs: Bool { pieces.contains { $0.amount == nil && $0.to == nil } }

        /// Whether somebody has a tick in one of those boxes already, but for one piece.
        func isTaken(_ boxes: Range<Int>, by person: Int, except index: Int? = nil) -> Bool {
            var row = [Bool](repeating: false, count: NaiveTimes.boxes)
            for (number, piece) in pieces.enumerated() where piece.person == person && number != index {
                for box in piece.taken { row[box] = true }
            }
            return boxes.contains { row[$0] }
        }

        func running(of person: Int) -> Int? {
            pieces.firstIndex { $0.person == person && $0.amount == nil && $0.to == nil }
        }

        mutating func stop(_ index: Int, at end: Int) {
            pieces[index].to = end < pieces[index].from ? pieces[index].from : end
        }

        mutating func pauseUnlessSomethingRuns() {
            if status == "active", !runs { status = "paused" }
        }

        func tracked(_ now: Int) -> Int {
            pieces.reduce(0) { $0 + ($1.amount ?? $1.worked(now).count) }
        }
    }

    /// What a person does. Times are numbers of boxes; a time that is not given is now. Pieces are numbers in the
    /// lists here.
    enum Command {
        case start(Int, at: Int?, isParallel: Bool, isReopening: Bool)
        case pause(Int, at: Int?)
        case complete(Int, at: Int?)
        case archive(Int)
        case restore(Int)
        case add(Int, from: Int, to: Int)
        case addAmount(Int, boxes: Int)
        case edit(Int, piece: Int, from: Int?, to: Int?)
        case editAmount(Int, piece: Int, boxes: Int)
        case split(Int, piece: Int, at: Int, until: Int?)
        case remove(Int, pieces: [Int])
    }

    enum Answer: Equatable { case changed, same, refused }

    var sessions: [Session]

    init(count: Int) { sessions = Array(repeating: Session(), count: count) }

    /// The boxes ticked by anybody in some sessions, each once.
    static func wall(_ sessions: [Session], _ now: Int) -> Int {
        var row = [Bool](repeating: false, count: boxes)
        for piece in sessions.flatMap(\.pieces) { for box in piece.worked(now) { row[box] = true } }
        return row.count { $0 }
    }

    /// Does it, or leaves everything as it is.
    mutating func apply(_ command: Command, by person: Int, now: Int) -> Answer {
        let before = sessions
        let isAllowed = attempt(command, by: person, now: now)
        if !isAllowed { sessions = before }
        return !isAllowed ? .refused : sessions == before ? .same : .changed
    }

    private mutating func attempt(_ command: Command, by person: Int, now: Int) -> Bool {
        switch command {
        case .start(let index, let at, let isParallel, let isReopening):
            guard !sessions[index].isArchived, sessions[index].status != "completed" || isReopening
            else { return false }
            if sessions[index].running(of: person) != nil { return at == nil }
            let start = at ?? now
            guard start <= now, !sessions[index].isTaken(start..<NaiveTimes.boxes, by: person) else {
                return false
            }
            sessions[index].pieces.append(Piece(person: person, from: start))
            sessions[index].status = "active"
            for other in sessions.indices where other != index && !isParallel {
                guard let running = sessions[other].running(of: person) else { continue }
                if at != nil, sessions[other].pieces[running].from > start { return false }
                sessions[other].stop(running, at: start)
                sessions[other].pauseUnlessSomethingRuns()
            }
        case .pause(let index, let at):
            guard !sessions[index].isArchived, ["active", "paused"].contains(sessions[index].status)
            else { return false }
            guard let running = sessions[index].running(of: person) else { return at == nil }
            guard (at ?? now) <= now, at.map({ sessions[index].pieces[running].from <= $0 }) ?? true
            else { return false }
            sessions[index].stop(running, at: at ?? now)
            sessions[index].pauseUnlessSomethingRuns()
        case .complete(let index, let at):
            guard !sessions[index].isArchived else { return false }
            if sessions[index].status == "completed" { return at == nil }
            guard (at ?? now) <= now else { return false }
            if let at, sessions[index].pieces.contains(where: { $0.amount == nil && ($0.to ?? 0) > at }) {
                return false
            }
            for number in sessions[index].pieces.indices {
                let piece = sessions[index].pieces[number]
                guard piece.amount == nil, piece.to == nil else { continue }
                if let at, piece.from > at { return false }
                sessions[index].stop(number, at: at ?? now)
            }
            sessions[index].status = "completed"
        case .archive(let index):
            if sessions[index].isArchived { return true }
            guard sessions[index].status != "active" else { return false }
            sessions[index].isArchived = true
        case .restore(let index):
            sessions[index].isArchived = false
        default: return attemptOnTime(command, by: person, now: now)
        }
        return true
    }

    private mutating func attemptOnTime(_ command: Command, by person: Int, now: Int) -> Bool {
        switch command {
        case .add(let index, let from, let to):
            guard from < to, to <= now, !sessions[index].isTaken(from..<to, by: person) else { return false }
            sessions[index].pieces.append(Piece(person: person, from: from, to: to))
        case .addAmount(let index, let boxes):
            guard boxes > 0, boxes <= 96 else { return false }
            sessions[index].pieces.append(Piece(person: person, from: now / 96 * 96, amount: boxes))
        case .edit(let index, let number, let from, let to):
            var piece = sessions[index].pieces[number]
            guard piece.amount == nil else { return false }
            piece.from = from ?? piece.from
            piece.to = to ?? piece.to
            guard piece.from <= now, piece.to.map({ piece.from < $0 && $0 <= now }) ?? true,
                !sessions[index].isTaken(piece.taken, by: piece.person, except: number)
            else { return false }
            sessions[index].pieces[number] = piece
            sessions[index].pauseUnlessSomethingRuns()
        case .editAmount(let index, let number, let boxes):
            guard boxes > 0, boxes <= 96 else { return false }
            sessions[index].pieces[number].amount = boxes
        case .split(let index, let number, let at, let until):
            let piece = sessions[index].pieces[number]
            let next = until ?? at
            guard piece.amount == nil, piece.from < at, at <= next, next < piece.to ?? now else {
                return false
            }
            sessions[index].pieces[number].to = at
            sessions[index].pieces.append(Piece(person: piece.person, from: next, to: piece.to))
        case .remove(let index, let numbers):
            for number in Set(numbers).sorted(by: >) { sessions[index].pieces.remove(at: number) }
            sessions[index].pauseUnlessSomethingRuns()
        default: return false
        }
        return true
    }

    /// What must never be, in words; nil where all is well.
    ///
    /// - Parameter latest: the last box that any clock has reached.
    func fault(latest: Int) -> String? {
        for session in sessions {
            if (session.status == "active") != session.runs {
                return "\(session.status), but runs: \(session.runs)"
            }
            var rows: [Int: [Bool]] = [:]
            for piece in session.pieces {
                for box in piece.taken {
                    if rows[piece.person, default: Array(repeating: false, count: Self.boxes)][box] {
                        return "overlap: \(piece)"
                    }
                    rows[piece.person]?[box] = true
                }
                if piece.to.map({ $0 < piece.from }) ?? false { return "less than nothing: \(piece)" }
                if max(piece.from, piece.to ?? 0) > latest { return "in the future: \(piece)" }
            }
        }
        return nil
    }
}
