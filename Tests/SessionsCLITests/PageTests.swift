import Testing

@testable import SessionsCLI
@testable import Terminal

@Suite("A part of a list")
struct PageTests {
    @Test(
        "It is found, however large the numbers are",
        arguments: [
            ("2", "1", [1, 2]), ("2", "2", [3, 4]), ("2", "3", [5]), ("2", "4", []),
            ("0", "1", [1, 2, 3, 4, 5]),
            ("9223372036854775807", "1", [1, 2, 3, 4, 5]), ("9223372036854775807", "2", []),
            ("9223372036854775807", "999999", []), ("4611686018427387904", "3", []),
        ])
    func rows(limit: String, number: String, expected: [Int]) throws {
        var page = Page()
        page.limit = try Count(argument: limit)
        page.number = try Ordinal(argument: number)
        let environment = Environment.ofProcess()
        let context = try Context(
            output: .memory(), error: .memory(), environment: environment, globals: GlobalOptions(),
            commandLine: [])
        #expect(page.rows(of: [1, 2, 3, 4, 5], context) == expected)
        // Rows that are read no further than this are enough.
        if let last = page.last(context, isData: true) {
            #expect(page.rows(of: Array([1, 2, 3, 4, 5].prefix(last)), context) == expected)
        }
    }
}
