import CommandKit
import SessionsCore

/// `sessions insights`: what the history shows.
struct InsightsCommand: SessionsCommand {
    static let info = CommandInfo(
        "insights", "Show what your history tells",
        discussion: """
            --calibration goes through the history once more: every finished session that the query means is \
            forecast from what was completed before it began, as 'sessions estimate' would have, and the time it \
            took is compared with the forecast and with its plan.
            """,
        examples: [
            Example("sessions insights --calibration", "how far forecasts are to be believed"),
            Example("sessions insights --calibration in:2026 --json | jq .p80.share", "for a program"),
        ])
    var query = QuerySelection()
    var calibration = CalibrationReport()

    mutating func declare(_ arguments: inout Arguments) {
        query.declare(&arguments)
        calibration.declare(&arguments)
    }

    func run(in context: Context) throws {
        guard calibration.isWanted else {
            throw UsageError("nothing to show", hint: "add --calibration", command: "sessions insights")
        }
        try calibration.print(query, context)
    }
}
