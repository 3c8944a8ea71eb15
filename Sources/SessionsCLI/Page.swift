import CommandKit

/// Which part of a long list is shown.
struct Page {
    /// Rows on a terminal where nothing else is said.
    private static let usual = 50

    var limit: Int?
    var number = 1

    mutating func declare(_ arguments: inout Arguments) {
        arguments.option("-n, --limit <number>", &limit, "How many, 0 for all (default on a terminal: 50)")
        arguments.option("--page <number>", &number, "Which part of them, from 1")
    }

    /// The rows to show. A terminal is told of the others.
    func rows<Row>(of all: [Row], _ context: Context) throws(UsageError) -> [Row] {
        guard number > 0, limit ?? 0 >= 0 else {
            throw UsageError(
                "'\(limit.map(String.init) ?? "")' and page '\(number)' leave nothing to show",
                command: "sessions")
        }
        let isShortened = limit == nil && context.output.isTerminal && !context.isJSON && !context.isQuiet
        let size = limit ?? (isShortened || number > 1 ? Page.usual : 0)
        guard size > 0 else { return all }
        let rows = Array(all.dropFirst((number - 1) * size).prefix(size))
        if isShortened, rows.count < all.count { context.note("\(rows.count) of \(all.count), -n 0 for all") }
        return rows
    }
}
