import Testing

@testable import SessionsCore

@Suite struct SearchHitTests {
    private func hit(_ members: String, for query: String) throws -> SearchHit {
        SearchHit(try session(members), for: try QueryParser.parse([query]))
    }

    private let comments =
        #""comments": {"#
        + (2...99).map { #""c\#($0)": {"at": "2026-11-22T09:00:00Z", "text": "parser\nparser"}"# }
        .joined(separator: ", ") + "}"

    @Test func aTitleIsWorthMoreThanAllOtherPlaces() throws {
        let title = try hit(#"{"title": "parser"}"#, for: "parser")
        let everywhere = try hit(
            #"""
            {\#(comments), "description": "parser", "goals": {"g1": {"title": "parser"}, "g2": {"title": "parser"}},
             "intervals": {"i1": {"start": "2026-11-22T09:00:00Z", "note": "parser"}},
             "attachments": {"a1": {"name": "parser", "sha256": "\#(String(repeating: "0", count: 64))"}}}
            """#, for: "parser")
        #expect(SearchHit.isBetter(title, everywhere) && !SearchHit.isBetter(everywhere, title))
    }

    @Test func aGoalIsWorthMoreThanADescriptionAndThisMoreThanAComment() throws {
        let hits = [
            try hit(#"{"goals": {"g1": {"title": "parser"}}}"#, for: "parser"),
            try hit(#"{"description": "parser"}"#, for: "parser"), try hit("{\(comments)}", for: "parser"),
        ]
        #expect(hits.map(\.score) == hits.map(\.score).sorted(by: >) && Set(hits.map(\.score)).count == 3)
    }

    @Test func amongEqualsTheLastChangedComesFirstAndThenTheSmallerID() throws {
        func hit(_ id: String, _ clock: String) throws -> SearchHit {
            try self.hit(
                #"""
                {"id": "\#(id)", "title": "parser",
                 "events": {"e1": {"seq": 1, "at": "2026-11-22T\#(clock):00Z"}}}
                """#, for: "parser")
        }
        let hits = [
            try hit("b22222222222", "09:00"), try hit("d22222222222", "10:00"),
            try hit("c22222222222", "10:00"),
        ]
        #expect(
            hits.sorted(by: SearchHit.isBetter).map(\.session.id) == [
                "c22222222222", "d22222222222", "b22222222222",
            ])
        #expect(!SearchHit.isBetter(hits[0], hits[0]))
    }

    @Test func theLineIsTheOneThatHoldsTheMost() throws {
        let members = #"{"title": "Lexer", "description": "the Parser\r\nthe parser and the lexer\n\nlexer"}"#
        let both = try hit(members, for: "lexer parser")
        #expect(both.line?.field == .description && both.line?.text == "the parser and the lexer")
        #expect(try hit(members, for: "lexer").line?.field == .title)
        #expect(try hit(members, for: "parser").line?.text == "the Parser")
    }

    @Test func qualifiersAloneShowNoLine() throws {
        let hit = try hit("{}", for: "status:draft")
        #expect(hit.line == nil && hit.score == 0)
    }
}
