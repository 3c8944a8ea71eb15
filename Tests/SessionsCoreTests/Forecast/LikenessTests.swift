import Testing

@testable import SessionsCore

@Suite struct LikenessTests {
    @Test(arguments: [
        ("Fix the Lexer", "  fix the lexer\n", true), ("Füße", "FÜßE", true), ("\u{2003}a", "a", true),
        ("fix the lexer", "fix  the lexer", false), ("", "a", false), ("", "", false), (" ", "\t", false),
    ])
    func titlesAreComparedWithoutCaseAndSurroundingSpace(_ a: String, _ b: String, _ isSame: Bool) {
        let shared = Work(title: a).likeness.features(sharedWith: Work(title: b).likeness)
        #expect(shared.contains(.title) == isSame)
    }

    @Test(arguments: [
        (["a", "b"], ["b", "a"], true), (["a"], ["a"], true), (["a"], ["a", "b"], false),
        (["ab"], ["a", "b"], false),
        ([], [], false), ([], ["a"], false), (["A"], ["a"], false),
    ])
    func tagsAreComparedAsAWhole(_ a: [String], _ b: [String], _ isSame: Bool) {
        let shared = Work(tags: a).likeness.features(sharedWith: Work(tags: b).likeness)
        #expect(shared.contains(.tags) == isSame)
    }

    @Test func sessionsWithoutAProjectOrKindAreAlikeInThat() {
        let none = Work(project: nil, kind: nil).likeness
        #expect(none.features(sharedWith: none) == [.owner, .project, .kind])
        #expect(none.features(sharedWith: Work().likeness) == .owner)
    }

    @Test func noTwoLevelsShareAGroup() {
        let likeness = Work(title: "ana", owner: "ana", project: "ana", kind: "ana", tags: ["ana"]).likeness
        let groups = SimilarityLevel.allCases.compactMap(likeness.group)
        #expect(groups.count == 7 && Set(groups).count == 7)
        #expect(Work(tags: ["a"]).likeness.group(on: .title) == nil)
        #expect(Work(title: "a").likeness.group(on: .tags) == nil)
    }

    @Test func recencyGoesByCompletionThenStartThenId() {
        let sorted = [
            (1, 0, "b"), (2, 0, "b"), (2, 1, "a"), (2, 1, "ab"), (2, 1, "abcdefghi"), (2, 1, "abcdefgi"),
        ]
        let order = sorted.map { completed, started, id in
            Recency(completed: Instant(seconds: completed), started: Instant(seconds: started), id: id.utf8)
        }
        #expect(order.shuffled().sorted() == order)
    }
}
