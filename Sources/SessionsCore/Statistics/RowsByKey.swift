/// Finds the rows of statistics that a session, or a part of its time, counts for.
struct RowsByKey {
    let keys: [GroupKey]
    /// Whether all time of a session counts for the same rows.
    let isUniform: Bool
    /// By key.
    private(set) var names: [GroupNames]
    /// The values of each row behind that of all.
    private(set) var groups = DistinctPairs()
    /// The rows that were found last, that of all first.
    private(set) var found: [Int] = []
    /// The values of the session that is looked at, by key.
    private var values: [[Int]]
    private let personKey: Int?

    /// The value of those who have none.
    static let none = Int.min

    /// - Parameters:
    ///   - keys: two at most.
    ///   - rename: what people are called, so that all names of one are the same.
    init(by keys: [GroupKey], person rename: @escaping (String) -> String) {
        self.keys = keys
        isUniform = !keys.contains { $0.isOfTime || $0 == .person }
        names = keys.map { GroupNames(rename: $0 == .person ? rename : { $0 }) }
        values = keys.map { _ in [] }
        personKey = keys.firstIndex(of: .person)
    }

    /// How many there are, with that of all, which is the first.
    var count: Int { groups.pairs.count + 1 }

    /// Turns to a session; what is found from now on are rows of it.
    mutating func begin(_ summary: SessionSummary) {
        for key in keys.indices { setValues(of: key, summary) }
        if isUniform { find(at: nil, person: nil) }
    }

    private mutating func setValues(of key: Int, _ summary: SessionSummary) {
        values[key].removeAll(keepingCapacity: true)
        switch keys[key] {
        case .status: values[key].append(summary.statusBefore.number)
        case .outcome: values[key].append(summary.outcome?.number ?? RowsByKey.none)
        case .rating: values[key].append(summary.rating ?? RowsByKey.none)
        case .project:
            let has = summary.flags.contains(.project)
            values[key].append(has ? names[key].number(of: summary.field(.project)) : RowsByKey.none)
        case .template:
            let has = summary.flags.contains(.template)
            values[key].append(has ? names[key].number(of: summary.field(.template)) : RowsByKey.none)
        case .tag:
            if summary.flags.contains(.tag) { summary.eachTag { addValue($0, of: key) } }
            if values[key].isEmpty { values[key].append(RowsByKey.none) }
        case .skill:
            summary.eachSkill { addValue($0, of: key) }
            if values[key].isEmpty { values[key].append(RowsByKey.none) }
        case .person, .day, .week, .month, .weekday, .hour: break
        }
    }

    private mutating func addValue(_ name: IndexBytes, of key: Int) {
        let number = names[key].number(of: name)
        if !values[key].contains(number) { values[key].append(number) }
    }

    /// Finds the rows for a time and a person, that of all among them.
    mutating func find(at place: TimePlace?, person: Int?) {
        found.removeAll(keepingCapacity: true)
        found.append(0)
        guard !keys.isEmpty else { return }
        for key in keys.indices {
            if keys[key].isOfTime {
                guard let place else { return }
                setValue(place.value(of: keys[key]), of: key)
            } else if keys[key] == .person {
                setValue(person, of: key)
            }
        }
        for first in values[0] {
            guard keys.count > 1 else {
                found.append(groups.number(of: DistinctPairs.Pair(first: first, second: 0)) + 1)
                continue
            }
            for second in values[1] {
                found.append(groups.number(of: DistinctPairs.Pair(first: first, second: second)) + 1)
            }
        }
    }

    private mutating func setValue(_ value: Int?, of key: Int) {
        values[key].removeAll(keepingCapacity: true)
        values[key].append(value ?? RowsByKey.none)
    }

    /// The number of a person, where rows are by people.
    mutating func number(ofPerson name: IndexBytes) -> Int {
        personKey.map { names[$0].number(of: name) } ?? RowsByKey.none
    }

    /// Those at a time for everybody who worked on a session or else owns it, each once.
    ///
    /// - Parameter people: the numbers of those who worked on it.
    mutating func rowsOfAll(
        at place: TimePlace?, _ summary: SessionSummary, people: @autoclosure () -> [Int]
    ) -> [Int] {
        guard personKey != nil else {
            if !isUniform { find(at: place, person: nil) }
            return found
        }
        var rows: [Int] = []
        let people = people()
        for person in people.isEmpty ? owners(of: summary) : people {
            find(at: place, person: person)
            for row in found where !rows.contains(row) { rows.append(row) }
        }
        return rows
    }

    private mutating func owners(of summary: SessionSummary) -> [Int] {
        var owners: [Int] = []
        for person in summary.participants where person.role == .owner {
            owners.append(number(ofPerson: IndexBytes(Array(person.person.utf8))))
        }
        return owners.isEmpty ? [number(ofPerson: summary.field(.createdBy))] : owners
    }
}

extension RowsByKey {
    /// Numbers that an index has for the values of a key, the same for the same values.
    enum IndexedValues {
        case none, status, outcome
        case column(WorkSection.Numbers)

        /// Those of the sessions of a block.
        ///
        /// - Parameter first: the row of the first one in the index.
        func ofSessions(in block: SummaryBlock, first: Int) -> [Int] {
            let rows = 0..<block.count
            return switch self {
            case .none: rows.map { _ in 0 }
            case .status: rows.map { Int(block.number($0, .status) as UInt8) }
            case .outcome: rows.map { Int(block.number($0, .outcome) as UInt8) }
            case .column(let numbers): rows.map { numbers[first + $0] }
            }
        }
    }

    /// Those of two keys; nil where an index has none for one of them.
    func indexedValues(in section: WorkSection) -> [IndexedValues]? {
        var values: [IndexedValues] = []
        for key in keys {
            let numbers: WorkSection.Numbers?
            switch key {
            case .status:
                values.append(.status)
                continue
            case .outcome:
                values.append(.outcome)
                continue
            case .tag: numbers = section.column(.tags)
            case .project: numbers = section.column(.project)
            case .template: numbers = section.column(.template)
            case .rating, .skill, .person, .day, .week, .month, .weekday, .hour: numbers = nil
            }
            guard let numbers else { return nil }
            values.append(.column(numbers))
        }
        return values + Array(repeating: .none, count: 2 - values.count)
    }
}
