import Foundation

@testable import SessionsCore

/// The method by the shortest way there is: texts compared, histories sorted, nothing kept between.
enum NaiveForecast {
    static func p50AndP80(_ asked: Work, after history: [Work], elapsed: Double = 0) -> (Double, Double) {
        let plan = (asked.planned ?? 0) > 0 ? asked.planned : nil
        let known = history.filter {
            $0.actual > 0 && $0.completed >= $0.started && (plan == nil || ($0.planned ?? 0) > 0)
        }
        .sorted { ($0.completed, $0.started, $0.id) > ($1.completed, $1.started, $1.id) }
        var rest = 1.0
        var used: Set<String> = []
        var points: [(ratio: Double, weight: Double)] = []
        for level in 0..<7 {
            guard let key = key(of: asked, on: level) else { continue }
            let alike = known.filter { self.key(of: $0, on: level) == key }.prefix(60)
            var new: [(ratio: Double, weight: Double)] = []
            for (age, work) in alike.enumerated() where used.insert(work.id).inserted {
                let planned = work.planned ?? 1
                let distance = plan.map { log(planned / $0) / 0.7 } ?? 0
                let weight = pow(2, -Double(age) / 20) * exp(-distance * distance / 2)
                new.append((ratio: plan == nil ? work.actual : work.actual / planned, weight: weight))
            }
            let total = new.reduce(0) { $0 + $1.weight }
            guard total > 0 else { continue }
            points += new.map { (ratio: $0.ratio, weight: rest * $0.weight / (total + 5)) }
            rest *= 5 / (total + 5)
        }
        let normal: [Double] = [
            0, 0.282216147062508, 0.589455797849779, 0.967421566101701, 1.593218818023050,
        ]
        let spread: [Double] = normal + normal.dropFirst().map { -$0 }
        let prior: [(ratio: Double, weight: Double)]
        if plan == nil {
            prior = spread.map { (ratio: 45 * exp($0), weight: rest / 9) }
        } else {
            let onPlan = (ratio: 1.0, weight: rest * 0.15)
            prior = spread.map { (ratio: exp(0.9 * $0), weight: rest * 0.85 / 9) } + [onPlan]
        }
        let scale = plan ?? 1
        let tail = (1...9).map { part -> (ratio: Double, weight: Double) in
            let beyond = 1 - (Double(part) - 0.5) / 9
            return (ratio: elapsed / scale * pow(beyond, -1 / 1.5), weight: 0.2 / 9)
        }
        if elapsed > 0 {
            if plan == nil { points += prior + tail }
            if let plan { points += elapsed < plan ? prior : tail }
            points.removeAll { $0.ratio * scale <= elapsed * (1 + 1e-12) }
        } else {
            points += prior
        }
        return (scale * quantile(points, 0.5), scale * quantile(points, 0.8))
    }

    private static func quantile(_ points: [(ratio: Double, weight: Double)], _ share: Double) -> Double {
        let total = points.reduce(0) { $0 + $1.weight }
        var reached = 0.0
        for (ratio, weight) in points.sorted(by: { $0.ratio < $1.ratio }) {
            reached += weight
            if reached >= share * total - 1e-9 * total { return ratio }
        }
        return .nan
    }

    private static func key(of work: Work, on level: Int) -> [String]? {
        let title = work.title.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
        let (project, kind) = (work.project ?? "", work.kind ?? "")
        switch level {
        case 0: return title.isEmpty ? nil : [title]
        case 1: return [work.owner, project, kind]
        case 2: return [work.owner, kind]
        case 3: return work.tags.isEmpty ? nil : work.tags.sorted()
        case 4: return [work.owner]
        case 5: return [kind]
        default: return []
        }
    }
}
