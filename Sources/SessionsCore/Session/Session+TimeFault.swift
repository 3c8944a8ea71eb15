extension Session {
    /// What of its time breaks the rules that hold within a session.
    enum TimeFault: Equatable {
        /// A session is active exactly while a clock runs in it, and no archived one is.
        case status
        /// An interval overlaps another one of the same person.
        case overlap(id: String)
    }

    /// The first fault there is; nil where its time is sound.
    ///
    /// - Parameter isMe: whether a person named in the file is the one who asks: their names are one person.
    func timeFault(isMe: (String) -> Bool) -> TimeFault? {
        let intervals = intervals
        let isActive = statusBefore == .active
        if isActive != intervals.contains(where: \.isOpen) || isActive && isArchived { return .status }
        for (index, interval) in intervals.enumerated() {
            guard case .stretch(let start, let end) = interval.extent else { continue }
            let isTaken = intervals[..<index].contains { other in
                (other.by == interval.by || isMe(other.by) && isMe(interval.by))
                    && other.overlaps(from: start, to: end)
            }
            if isTaken { return .overlap(id: interval.id) }
        }
        return nil
    }
}
