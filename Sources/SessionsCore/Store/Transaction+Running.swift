extension Transaction {
    /// What pausing my other sessions came to.
    package struct PausedOthers {
        package struct Other {
            package let session: Session
            /// The number of the stretch of time that ended.
            package let number: Int
            /// How long its clock had run.
            package let ran: TimeAmount
            /// Whether that is longer than anybody works.
            package let isForgotten: Bool
            /// Whether it was started at a time that has not come yet, so that nothing was counted.
            package let startedLater: Bool
        }

        package var others: [Other] = []
        /// Files that could not be read, in which a clock of mine may be running.
        package var damaged: [SessionsError] = []
    }

    /// Where the sessions lie in which a clock runs that may be mine, and what is damaged, the first time.
    func currentlyRunning(_ engine: Engine) throws(SessionsError) -> (
        locations: [SessionLocation], damaged: [SessionsError]
    ) {
        if let running { return (running, []) }
        let found = try workspace.running(engine)
        running = found.locations
        runningNote = found.note
        for draft in drafts { noteRunning(draft.session, at: draft.location, isDeleted: draft.isDeleted) }
        return (running ?? [], found.damaged)
    }

    /// What keeps the note of what runs. Where files are written that no draft stands for, as by an undo, it is not
    /// known what runs afterwards.
    func runningNoteKeeper(in local: Folder) -> RunningNoteKeeper {
        let changes = drafts.compactMap { draft -> RunningNoteKeeper.Change? in
            if draft.isDeleted { return draft.stored == nil ? nil : (draft.location, false) }
            return draft.session == draft.stored?.session ? nil : (draft.location, draft.session.isRunning)
        }
        let isKnown = changes.count == sessionFileCount
        let sessions = sessionFileCount > 0 ? try? workspace.folder(at: [SessionLocation.folderName]) : nil
        return RunningNoteKeeper(in: local, of: sessions, runningNote, isKnown ? changes : nil)
    }

    /// The ids of the sessions in which my clock runs, as things stand here.
    package func runningIDs(_ engine: Engine) throws(SessionsError) -> [String] {
        var ids: [String] = []
        for location in try currentlyRunning(engine).locations {
            if engine.myOpenStart(in: try session(at: location)) != nil { ids.append(location.id) }
        }
        return ids
    }

    func noteRunning(_ session: Session, at location: SessionLocation, isDeleted: Bool = false) {
        guard let index = running?.firstIndex(of: location) else {
            if running != nil, session.isRunning, !isDeleted { running?.append(location) }
            return
        }
        if isDeleted || !session.isRunning { running?.remove(at: index) }
    }

    /// Pauses every session but this one in which my clock runs, at that time: nobody works on two at once.
    ///
    /// - Throws: `refused`, naming the sessions that were started later.
    package func pauseOthers(
        than session: Session, at moment: Moment, _ engine: Engine
    ) throws(SessionsError) -> PausedOthers {
        var result = PausedOthers()
        let running = try currentlyRunning(engine)
        result.damaged = running.damaged
        var later: [(id: String, start: Instant)] = []
        for location in running.locations where location.id != session.id {
            var other = try self.session(at: location)
            let open = other.intervals.filter { $0.isOpen && engine.isMe($0.by) }
            let isForgotten = open.contains { $0.isForgotten(now: engine.now, after: engine.longestWatch) }
            let ran = TimeAmount(seconds: open.map { $0.seconds(now: engine.now) }.max() ?? 0)
            let startedLater = engine.myClockStartedLater(in: other)
            do throws(SessionsError) {
                guard try engine.pause(&other, at: moment) else { continue }
            } catch {
                guard error.code == .refused, let start = engine.myOpenStart(in: other),
                    moment.resolve(now: engine.now, in: engine.zone) < start
                else { throw error }
                later.append((other.id, start))
                continue
            }
            try update(other)
            result.others.append(
                .init(
                    session: other, number: open.first.map(other.number) ?? 0, ran: ran,
                    isForgotten: isForgotten, startedLater: startedLater))
        }
        guard later.isEmpty else {
            let runs = later.map { "in '\($0.id)' since \(engine.localText($0.start))" }
            throw .refused(
                action: "start", subject: session.id,
                reason: "your clock runs \(runs.joined(separator: " and ")), which is later",
                way: later.count > 1
                    ? "pause those first, give a later time, or let all run with --parallel"
                    : "pause that first, give a later time, or let both run with --parallel")
        }
        return result
    }

    /// When I last recorded anything, in whatever session, after my clock started in this one: as long as that I
    /// was there.
    ///
    /// - Throws: `refused` where there is nothing.
    package func lastEvent(
        sinceStartOf session: Session, _ engine: Engine
    ) throws(SessionsError) -> Instant {
        guard let start = engine.myOpenStart(in: session) else { return engine.now }
        var last: Instant?
        var rules = IndexRules(check: .files)
        rules.isWritten = false
        let catalog = try SessionCatalog(of: workspace, rules)
        try catalog.forEach { summary throws(SessionsError) in
            guard summary.updatedAt > start, let other = try catalog.session(summary) else { return }
            for event in other.events where engine.isMe(event.by) {
                guard event.at > start, event.at <= engine.now else { continue }
                last = max(event.at, last ?? event.at)
            }
        }
        guard let last else {
            throw .refused(
                action: "pause", subject: session.id,
                reason:
                    "nothing of yours was recorded since its clock started, at \(engine.localText(start))",
                way: "give a time: sessions pause \(session.id) --at TIME")
        }
        return last
    }
}
