import Testing

@testable import SessionsCore

/// What tells a query from a title.
@Suite struct ConditionWordsTests {
    @Test(arguments: [
        ["status:draft"], ["the", "tag:auth", "login"], ["NOT", "is:stale"], ["(status:draft OR tag:a)"],
        ["view:mine"], ["plan:1h.."], ["project:\"a b\""], ["status:nonsense"],
    ])
    func aConditionMakesAQuery(words: [String]) {
        #expect(QueryParser.hasCondition(words))
    }

    @Test(arguments: [
        [], [""], ["Fix the login redirect"], ["fix:", "login"], ["feat(api):", "more"], ["in:", "review"],
        ["http://example.org"], ["\"status:draft\""], ["an open \" quote status:draft"], ["NOT", "now"],
        [":"], ["Status:draft"],
    ])
    func everythingElseIsATitle(words: [String]) {
        #expect(!QueryParser.hasCondition(words))
    }
}
