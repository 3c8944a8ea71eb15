/// Something that happens to a session and that hooks are run for.
package struct LifecycleEvent: Equatable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case new, start, pause, complete, archive, restore, delete

        /// The words of messages: `cannot create '…'`.
        package var verb: String { self == .new ? "create" : rawValue }

        fileprivate init?(_ kind: Event.Kind) {
            switch kind {
            case .created, .imported: self = .new
            case .started: self = .start
            case .paused: self = .pause
            case .completed: self = .complete
            case .archived: self = .archive
            case .restored: self = .restore
            case .edited, .added, .removed, .checked, .merged, .undone: return nil
            }
        }
    }

    package let kind: Kind
    /// As it is afterwards; of one that is deleted, as it was before.
    package let session: Session
}

extension Transaction {
    /// What happens to sessions here, told by the events that are added to them: in the order of the kinds, each
    /// session once for a kind.
    package var events: [LifecycleEvent] {
        let changes = changes
        return LifecycleEvent.Kind.allCases.flatMap { kind in
            changes.compactMap { before, after in
                guard let after else {
                    return kind == .delete ? before.map { LifecycleEvent(kind: kind, session: $0) } : nil
                }
                let old = before?.document["events"]?.objectValue
                let isNew = after.events.contains { event in
                    old?[event.id] == nil && event.kind.flatMap(LifecycleEvent.Kind.init) == kind
                }
                return isNew ? LifecycleEvent(kind: kind, session: after) : nil
            }
        }
    }

    /// The sessions as they were when a change was tried, for somebody to agree to.
    package struct Basis: Equatable {
        fileprivate let sessions: [Session]
    }

    package var basis: Basis { Basis(sessions: changes.compactMap(\.before)) }

    /// Refuses to go on where things stand otherwise than when somebody agreed.
    package func require(_ basis: Basis) throws(SessionsError) {
        let now = self.basis
        guard now != basis else { return }
        let changed = now.sessions.first { !basis.sessions.contains($0) } ?? basis.sessions.first
        throw .changedMeanwhile(action: "change", session: changed?.id ?? "")
    }
}
