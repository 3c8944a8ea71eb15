/// Which changes of status there are: the one table.
package enum Lifecycle {
    package enum Step: String, Sendable {
        case start, pause, complete, archive, restore, reopen
    }

    package enum Outcome: Equatable, Sendable {
        case moves
        /// It is so already.
        case holds
        /// It cannot be; how to get there instead.
        case refused(way: String)
    }

    /// What a step does to a session that stands so; `id` is how messages name it.
    package static func outcome(of step: Step, from status: Status, of id: String) -> Outcome {
        switch (step, status) {
        case (.restore, .archived): .moves
        case (.archive, .archived): .holds
        case (.restore, _): .holds
        case (_, .archived): .refused(way: "restore it first: sessions restore \(id)")

        case (.start, .draft), (.start, .paused), (.start, .active): .moves
        case (.start, .completed): .refused(way: "to work on it again: sessions start \(id) --reopen")

        // What is not completed is simply started.
        case (.reopen, _): .moves

        case (.pause, .active): .moves
        case (.pause, .paused): .holds
        case (.pause, .draft): .refused(way: "it has not been started: sessions start \(id)")
        case (.pause, .completed): .refused(way: "to work on it again: sessions start \(id) --reopen")

        case (.complete, .draft), (.complete, .active), (.complete, .paused): .moves
        case (.complete, .completed): .holds

        case (.archive, .active):
            .refused(way: "stop its clock first: sessions pause \(id)")
        case (.archive, _): .moves
        }
    }
}
