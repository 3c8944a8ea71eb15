import Testing

@testable import SessionsCore

/// What tells a query from a title.
@Suite struct ConditionWordsTests {
    @Test(arguments: [
        (["status:draft"], ["status"]), (["the", "tag:auth", "login"], ["tag"]),
        (["NOT", "is:stale"], ["is"]),
        (["(status:draft OR tag:a)"], ["status", "tag"]), (["view:mine"], ["view"]),
        (["plan:1h.."], ["plan"]),
        (["project:\"a b\""], ["project"]), (["status:nonsense"], ["status"]), (["Status:draft"], ["Status"]),
        (["statsu:draft"], ["statsu"]), (["http://example.org"], ["http"]),
    ])
    func aNameWithAValueIsSeen(words: [String], names: [String]) {
        #expect(QueryParser.qualifiers(in: words) == names)
    }

    @Test(arguments: [
        [], [""], ["Fix the login redirect"], ["fix:", "login"], ["feat(api):", "more"], ["in:", "review"],
        ["\"status:draft\""], ["an open \" quote status:draft"], ["NOT", "now"], [":"], ["Plan:", "more"],
        ["Fix:this"],
    ])
    func everythingElseIsATitle(words: [String]) {
        #expect(QueryParser.qualifiers(in: words).isEmpty)
    }
}
