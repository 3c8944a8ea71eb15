import SessionsCore
import Testing

@testable import SessionsCLI

@Suite("Forecasts in words")
struct ForecastWordsTests {
    private func session(
        _ number: Int, _ title: String, _ kind: String?, owner: String = "ada", project: String? = nil,
        tags: [String] = []
    ) -> FinishedSession? {
        FinishedSession(
            id: "k\(number)", title: title, owner: owner, project: project, kind: kind, tags: tags,
            planned: 60, actual: 60, started: Instant(seconds: number), completed: Instant(seconds: number))
    }

    private func origin(
        _ history: [FinishedSession?], kind: String?, elapsed: Double = 0, project: String? = nil,
        owner: String? = nil
    ) -> String {
        let query = ForecastQuery(
            title: "Login", owner: "ada", project: project, kind: kind, tags: ["auth"], planned: 60,
            elapsed: elapsed)
        var similar = SimilarSessions(to: query)
        for session in history { if let session { similar.visit(session) } }
        return ForecastWords(similar.forecast, template: kind, project: project, owner: owner)
            .origin
    }

    @Test("What it comes from is said, what is most alike first")
    func sources() {
        let history = [
            session(1, "login", "review", owner: "lin"), session(2, "a", "bug"), session(3, "b", "bug"),
            session(4, "c", nil, owner: "lin", tags: ["auth"]), session(5, "d", nil),
            session(6, "e", "bug", owner: "lin"),
        ]
        #expect(
            origin(history, kind: "bug") == """
                From 1 with this title (17%), 2 of your bug sessions (24%), 1 with the \
                same tags (10%), 2 others (15%) and what is usual for any work (35%).
                """)
    }

    @Test("Sessions without a template are a kind, too, and others' are theirs")
    func kinds() {
        #expect(
            origin([session(1, "a", nil)], kind: nil)
                == "From 1 of your sessions without a template (17%) and what is usual for any work (83%)."
        )
        #expect(
            origin([session(1, "a", "bug")], kind: "bug", owner: "lin")
                == "From 1 of lin's bug sessions (17%) and what is usual for any work (83%)."
        )
    }

    @Test("The project is told from the others")
    func projects() {
        func told(_ project: String?, _ kind: String?) -> String {
            let history = [session(1, "a", kind, project: "web"), session(2, "b", kind)]
            return origin(history, kind: kind, project: project)
        }
        #expect(
            told("web", "bug").hasPrefix("From 1 of your bug sessions in web (17%), 1 elsewhere (14%) and"))
        #expect(
            told("web", nil).hasPrefix("From 1 of your sessions without a template in web (17%), 1 elsewhere")
        )
        #expect(told("api", "bug").hasPrefix("From 2 of your bug sessions elsewhere ("))
        #expect(told(nil, "bug").hasPrefix("From 2 of your bug sessions ("))
    }

    @Test("Where nothing is known that is said")
    func nothing() {
        #expect(
            origin([], kind: nil)
                == "Nothing like it that had a plan is finished yet: this is what is usual for any work.")
        // All that ended took less than this one has taken already.
        #expect(
            origin([session(1, "login", nil)], kind: nil, elapsed: 90)
                == "No finished session says more: this is what is usual for work that takes long.")
    }

    @Test(
        "Amounts are told to the minute, from one minute on",
        arguments: [(0, 0), (29, 29), (59, 59), (60, 60), (89, 60), (90, 120), (4_019, 4_020)])
    func minutes(seconds: Int, shown: Int) {
        #expect(TimeAmount(seconds: seconds).toTheMinute.seconds == shown)
    }
}
