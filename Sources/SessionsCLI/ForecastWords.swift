import SessionsCore
import Terminal

/// A forecast in words, for a person who has never heard of quantiles.
struct ForecastWords {
    private let forecast: Forecast
    /// The template that its kind of work is named by.
    private let template: String?
    private let project: String?
    /// Whose sessions it is about: `your`, or `lin@example.org's`.
    private let whose: String

    /// - Parameter owner: whose session it is; nil for the one who asks.
    init(_ forecast: Forecast, template: String?, project: String?, owner: String? = nil) {
        self.forecast = forecast
        self.template = template
        self.project = project
        whose = owner.map { $0 + "'s" } ?? "your"
    }

    /// `half end by 1h10m, 80% by 2h05m`
    var range: [Span] {
        let start = forecast.elapsed > 0 ? "of those that got this far, half end by " : "half end by "
        return [
            Span(start), Span(amount(0.5), .bold), Span(", 80% by "), Span(amount(0.8), .bold),
        ]
    }

    /// The same as the beginning of a sentence.
    var sentence: [Span] {
        var spans = range
        spans[0] = Span(spans[0].text.prefix(1).uppercased() + spans[0].text.dropFirst())
        return spans + [Span(".")]
    }

    /// `10% end by 40m, 90% by 3h.`
    var edges: String { "10% end by \(amount(0.1)), 90% by \(amount(0.9))." }

    private func amount(_ share: Double) -> String {
        forecast.amount(forShare: share).toTheMinute.description
    }

    /// What it comes from: `From 14 of your bug-fix sessions in web (62%), 9 others (17%) and what is usual for any
    /// work (21%).`
    var origin: String {
        let explanation = forecast.explanation
        func of(_ levels: [SimilarityLevel], _ words: (Int) -> String) -> (words: String, share: Double)? {
            let sources = explanation.sources.filter { levels.contains($0.level) }
            let sessions = sources.reduce(0) { $0 + $1.sessions }
            return sessions == 0 ? nil : (words(sessions), sources.reduce(0) { $0 + $1.weight })
        }
        let kind = template.map { "\(whose) \($0) sessions" } ?? "\(whose) sessions without a template"
        let isInProject = explanation.sessions(.ownerProjectKind) > 0
        let ofKind =
            project.map { project in
                [
                    of([.ownerProjectKind]) { "\($0) of \(kind) in \(project)" },
                    of([.ownerKind]) { isInProject ? "\($0) elsewhere" : "\($0) of \(kind) elsewhere" },
                ]
            } ?? [of([.ownerProjectKind, .ownerKind]) { "\($0) of \(kind)" }]
        let alike =
            [of([.title]) { "\($0) with this title" }] + ofKind + [
                of([.tags]) { "\($0) with the same tags" }
            ]
        let others = of([.owner, .kind, .all]) { counted($0, "other") }
        let usual = [
            (words: "what is usual for any work", share: explanation.prior),
            (words: "what is usual for work that takes long", share: explanation.tail),
        ]
        // What has no say to speak of is left out.
        let told = (alike + [others]).compactMap { $0 }.filter { $0.share >= Self.leastShare }
        let parts = (told + usual.filter { $0.share >= Self.leastShare })
            .map { "\($0.words) (\(percent($0.share)))" }
        guard !told.isEmpty else {
            if explanation.tail > explanation.prior {
                return "No finished session says more: this is what is usual for work that takes long."
            }
            let what = forecast.isWeak ? "Nothing like it" : "Nothing like it that had a plan"
            return "\(what) is finished yet: this is what is usual for any work."
        }
        let last = parts.last ?? ""
        return "From " + (parts.count == 1 ? last : parts.dropLast().joined(separator: ", ") + " and " + last)
            + "."
    }

    private static let leastShare = 0.005
}

extension TimeAmount {
    /// The nearest amount in whole minutes, from one minute on: nobody believes in more of a forecast.
    var toTheMinute: TimeAmount { seconds < 60 ? self : TimeAmount(seconds: (seconds + 30) / 60 * 60) }
}

extension Forecast {
    /// What `--json` says of it.
    var json: JSONObject {
        var object = quantiles { amount(forShare: $0) }
        let explanation = explanation
        object["prior"] = .share(explanation.prior)
        object["sources"] = .array(
            explanation.sources.map { source in
                [
                    "level": .string(source.level.name), "sessions": .number(JSONNumber(source.sessions)),
                    "share": .share(source.weight),
                ]
            })
        object["tail"] = .share(explanation.tail)
        object["weak"] = .bool(isWeak)
        return object
    }
}

/// The members `p10Seconds`, `p50Seconds`, `p80Seconds` and `p90Seconds`.
func quantiles(_ amount: (Double) -> TimeAmount) -> JSONObject {
    var object = JSONObject()
    for (key, share) in zip(SessionSchema.quantileKeys, Forecast.shares) {
        object[key] = .number(JSONNumber(amount(share).seconds))
    }
    return object
}

extension JSON {
    /// A share from 0 to 1, with as many digits as mean something.
    static func share(_ share: Double) -> JSON {
        .number(JSONNumber((share * 10_000).rounded() / 10_000) ?? JSONNumber(0))
    }
}
