import SessionsCore
import Terminal

/// A session and how long it will take, or took where it is over.
struct Estimate {
    /// Nil for one that is only thought of.
    let session: SessionSummary?
    let title: String
    let template: String?
    let project: String?
    let planned: TimeAmount?
    let tracked: TimeAmount
    /// Nil for one that is over: completed, or archived.
    let forecast: Forecast?

    init(of session: SessionSummary, _ forecast: Forecast?, now: Instant) {
        self.session = session
        title = session.title
        template = session.template
        project = session.project
        planned = session.planned
        tracked = session.tracked(now: now)
        self.forecast = forecast
    }

    /// Of one that is to be made.
    init(of plan: SessionPlan, _ forecast: Forecast) {
        session = nil
        title = plan.title
        template = plan.template
        project = plan.project
        planned = plan.planned
        tracked = TimeAmount(seconds: 0)
        self.forecast = forecast
    }

    /// Whether it can take longer than it has.
    static func isOpen(_ session: SessionSummary) -> Bool {
        [.draft, .active, .paused].contains(session.status)
    }

    var json: JSONObject {
        var object = forecast?.json ?? quantiles { _ in tracked }
        if let session {
            object["session"] = .string(session.id)
            object["status"] = .string(session.status.rawValue)
        }
        object["plannedSeconds"] = planned.map { .number(JSONNumber($0.seconds)) }
        object["template"] = template.map(JSON.string)
        object["title"] = .string(title)
        object["trackedSeconds"] = .number(JSONNumber(tracked.seconds))
        return object
    }
}

/// How long several sessions will take together.
struct EstimateSum {
    let sessions: Int
    let tracked: TimeAmount
    /// How many are not over.
    let open: Int
    private let over: TimeAmount
    private let sum: ForecastSum

    init(of estimates: [Estimate]) {
        sessions = estimates.count
        tracked = TimeAmount(seconds: estimates.reduce(0) { $0 + $1.tracked.seconds })
        let forecasts = estimates.compactMap(\.forecast)
        open = forecasts.count
        over = TimeAmount(seconds: estimates.reduce(0) { $0 + ($1.forecast == nil ? $1.tracked.seconds : 0) })
        sum = ForecastSum(of: forecasts)
    }

    func amount(forShare share: Double) -> TimeAmount {
        TimeAmount(seconds: over.seconds + sum.amount(forShare: share).seconds)
    }

    /// What of it is still to come.
    func remaining(forShare share: Double) -> TimeAmount {
        TimeAmount(seconds: amount(forShare: share).seconds - tracked.seconds)
    }

    var json: JSONObject {
        var object = quantiles(amount)
        object["remaining"] = .object(quantiles(remaining))
        object["sessions"] = .number(JSONNumber(sessions))
        object["trackedSeconds"] = .number(JSONNumber(tracked.seconds))
        return object
    }
}
