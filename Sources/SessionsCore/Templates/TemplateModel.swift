/// Which template fits a title, by those that were used for titles like it.
///
/// Naive Bayes over what is there (Manning, Raghavan and Schütze, "Introduction to Information Retrieval", 13.2 and
/// 13.3, counting only words that are present), with older sessions counting for less:
///
///     score(t) = ln P(t | project) + Σ over the words w of the title and the tags: ln P(w | t) − ln P(w)
///     P(t | project) = (n(t, project) + 2 P(t)) / (n(project) + 2)
///     P(w | t) = (n(w, t) + 20 P(w)) / (n(t) + 20)
///     P(w) = (n(w) + 0.1) / (n + 0.2)
///
/// Each n is a sum over past sessions of their weights, the one k places back counting 2^(−k/500) of its own. Where little is known of a template its words are taken to be those of everything, and where little is known
/// of a project its templates those of everything.
struct TemplateModel {
    private static let halfLife = 500.0
    private static let wordSmoothing = 20.0
    private static let projectSmoothing = 2.0

    /// What is known of one word, or one project.
    private struct Count {
        var all = 0.0
        /// By the number of the template.
        var byTemplate: [Int: Double] = [:]

        mutating func add(_ weight: Double, to template: Int) {
            all += weight
            byTemplate[template, default: 0] += weight
        }
    }

    private(set) var templates: [String] = []
    private var numbers: [String: Int] = [:]
    private var total = 0.0
    private var uses: [Double] = []
    private var words: [String: Count] = [:]
    private var projects: [String: Count] = [:]
    /// What the next session counts: it grows instead of all others becoming less.
    private var unit = 1.0

    /// Takes in a session; the oldest comes first.
    ///
    /// - Parameter weight: what it counts, 1 for one like any other.
    mutating func learn(_ words: [String], project: String?, template: String, weight: Double = 1) {
        let number = numbers[template] ?? templates.count
        if number == templates.count {
            numbers[template] = number
            templates.append(template)
            uses.append(0)
        }
        let weight = weight * unit
        total += weight
        uses[number] += weight
        for word in words { self.words[word, default: Count()].add(weight, to: number) }
        if let project { projects[project, default: Count()].add(weight, to: number) }
        unit *= (2.0.logarithm / Self.halfLife).exponential
        if unit > 1e100 { rescale() }
    }

    /// Brings all sums down before they become too large.
    private mutating func rescale() {
        func scaled(_ count: Count) -> Count {
            Count(all: count.all / unit, byTemplate: count.byTemplate.mapValues { $0 / unit })
        }
        words = words.mapValues(scaled)
        projects = projects.mapValues(scaled)
        uses = uses.map { $0 / unit }
        total /= unit
        unit = 1
    }

    /// Every template that was ever learned, the best first, each with how likely it is the one.
    func ranked(_ words: [String], project: String?) -> [(template: String, probability: Double)] {
        guard total > 0 else { return [] }
        let scores = templates.indices.map { number in
            words.reduce(prior(of: number, in: project)) { $0 + evidence(of: $1, for: number) }
        }
        let best = scores.max() ?? 0
        let shares = scores.map { ($0 - best).exponential }
        let sum = shares.reduce(0, +)
        return zip(templates, shares).map { (template: $0, probability: $1 / sum) }
            .sorted { ($1.probability, $0.template) < ($0.probability, $1.template) }
    }

    private func prior(of number: Int, in project: String?) -> Double {
        let overall = uses[number] / total
        let count = project.flatMap { projects[$0] } ?? Count()
        let smoothing = Self.projectSmoothing * unit
        return (((count.byTemplate[number] ?? 0) + smoothing * overall) / (count.all + smoothing)).logarithm
    }

    /// How much more likely a word is with that template than at all, as a logarithm.
    func evidence(of word: String, for template: String) -> Double {
        numbers[template].map { evidence(of: word, for: $0) } ?? 0
    }

    private func evidence(of word: String, for number: Int) -> Double {
        let count = words[word] ?? Count()
        let overall = (count.all + 0.1 * unit) / (total + 0.2 * unit)
        let smoothing = Self.wordSmoothing * unit
        let share = ((count.byTemplate[number] ?? 0) + smoothing * overall) / (uses[number] + smoothing)
        return (share / overall).logarithm
    }
}
