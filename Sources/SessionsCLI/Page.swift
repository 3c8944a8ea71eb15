import CommandKit

/// Which part of a long list is shown.
struct Page {
    /// Rows on a terminal where nothing else is said.
    private static let usual = 50

    var limit: Count?
    var number = Ordinal.first

    mutating func declare(_ arguments: inout Arguments) {
        arguments.option("-n, --limit <number>", &limit, "How many, 0 for all (default on a terminal: 50)")
        arguments.option("--page <number>", &number, "Which part of them, from 1")
    }

    /// The rows to show. A terminal is told of the others.
    ///
    /// - Parameter isData: they are for a program, and all of them where nothing else is said.
    func rows<Row>(of all: [Row], _ context: Context, isData: Bool = false) -> [Row] {
        let rows = range(of: all.count, context, isData: isData)
        note(rows, of: all.count, context, isData: isData)
        return Array(all[rows])
    }

    /// Where these rows stand among all.
    func range(of total: Int, _ context: Context, isData: Bool) -> Range<Int> {
        guard let size = size(context, isData) else { return 0..<total }
        let (before, isTooFar) = (number.value - 1).multipliedReportingOverflow(by: size)
        let start = isTooFar ? total : min(before, total)
        return start..<start + min(size, total - start)
    }

    /// How many rows, the first ones, must be known for this part; nil for all there are.
    func last(_ context: Context, isData: Bool) -> Int? {
        guard let size = size(context, isData) else { return nil }
        let (rows, isTooMany) = size.multipliedReportingOverflow(by: number.value)
        return isTooMany ? nil : rows
    }

    /// How many rows a part has; nil for all there are.
    private func size(_ context: Context, _ isData: Bool) -> Int? {
        let isUsual = isForPerson(context, isData) || number > .first
        let size = limit?.value ?? (isUsual ? Page.usual : 0)
        return size > 0 ? size : nil
    }

    /// Tells a terminal that there are others.
    func note(_ rows: Range<Int>, of total: Int, _ context: Context, isData: Bool) {
        if limit == nil, isForPerson(context, isData), rows.count < total {
            context.note("\(rows.count) of \(total), -n 0 for all")
        }
    }

    private func isForPerson(_ context: Context, _ isData: Bool) -> Bool {
        context.output.isTerminal && !context.isJSON && !context.isQuiet && !isData
    }
}

/// How many of something.
struct Count: ArgumentValue {
    let value: Int

    init(argument: String) throws(ArgumentProblem) {
        guard let value = Int(argument), value >= 0 else {
            throw ArgumentProblem(not: "a number", expected: "0 or more")
        }
        self.value = value
    }

    var argumentText: String { "\(value)" }
}

/// The place of something among others, from 1.
struct Ordinal: ArgumentValue, Comparable {
    static let first = Ordinal(value: 1)

    let value: Int

    private init(value: Int) {
        self.value = value
    }

    init(argument: String) throws(ArgumentProblem) {
        guard let value = Int(argument), value >= 1, value < 1_000_000 else {
            throw ArgumentProblem(not: "a number", expected: "1 or more")
        }
        self.init(value: value)
    }

    var argumentText: String { "\(value)" }

    static func < (a: Ordinal, b: Ordinal) -> Bool { a.value < b.value }
}
