import Testing

@testable import SessionsCore

@Suite struct RowFinderTests {
    /// What is made for some months finds their rows, and none of others.
    @Test func ofSomeMonthsItFindsTheSameRows() throws {
        let bench = try IndexBench(seed: 5)
        let ids = Identifier.Source(seed: 5)
        let months = ["2026-08", "2026-09", "2026-10"]
        var files: [(id: String, month: String)] = []
        for number in 0..<60 {
            let (id, month) = (ids.session(), months[number % 3])
            files.append((id, month))
            let document: JSONObject = [
                "createdAt": .string("\(month)-02T10:00:00.000Z"), "createdBy": "ada", "id": .string(id),
                "schema": 1, "status": "draft", "title": "a",
            ]
            try bench.bench.folder.write(
                JSON.object(document).bytes(.file), at: ".sessions/sessions/\(month)/\(id).json")
        }
        try bench.writeIndex()
        let index = try #require(bench.workspace.index)
        #expect(index.count == files.count && index.months == months)
        let all = RowFinder(of: index)
        for wanted in [[true, false, false], [false, true, true], [false, false, false], [true]] {
            let finder = RowFinder(of: index, in: wanted)
            for file in files {
                let month = try #require(index.month(named: file.month))
                let row = all.row(of: SessionKey(file.id), month: month)
                #expect(row.map { index.key(ofRow: $0).text } == file.id)
                let isWanted = month < wanted.count && wanted[month]
                #expect(finder.row(of: SessionKey(file.id), month: month) == (isWanted ? row : nil))
            }
        }
    }
}
