import Testing

@testable import SessionsCore

@Suite struct ImportMappingTests {
    @Test func eachFieldNamesItsColumn() throws {
        let mapping = try ImportMapping(
            columns: ["title=Task name", "tags=Kind", "tags=Area", "sourceId=a=b"], statuses: [])
        #expect(mapping.columns.map(\.field) == [.title, .tags, .tags, .sourceId])
        #expect(mapping.columns.map(\.column) == ["Task name", "Kind", "Area", "a=b"])
    }

    @Test(arguments: [
        [], ["tags=a"], ["title"], ["title="], ["=a"], ["Title=a"], ["name=a"], ["title=a", "title=b"],
        ["title=a", "status=b", "status=c"],
    ])
    func anythingElseIsRefused(_ columns: [String]) throws {
        #expect(try refusal { _ = try ImportMapping(columns: columns, statuses: []) }.code == .usage)
    }

    @Test func statusesAreRenamed() throws {
        let mapping = try ImportMapping(
            columns: ["title=a"], statuses: ["done=completed,in progress=paused", "Won't do=archived"])
        #expect(mapping.status("done") == .completed && mapping.status("in progress") == .paused)
        #expect(mapping.status("Won't do") == .archived && mapping.status("draft") == .draft)
        #expect(mapping.status("archived") == .archived)
        #expect(mapping.status("Done") == nil && mapping.status("active") == nil && mapping.status("") == nil)
    }

    @Test func aRenamedStatusGoesBeforeOneOfOurs() throws {
        let mapping = try ImportMapping(columns: ["title=a"], statuses: ["draft=completed,active=paused"])
        #expect(mapping.status("draft") == .completed && mapping.status("active") == .paused)
    }

    @Test(arguments: ["done", "done=", "done=finished", "done=active", "=,"])
    func aStatusIsRenamedToOneThatCanBe(_ text: String) throws {
        #expect(
            try refusal { _ = try ImportMapping(columns: ["title=a"], statuses: [text]) }.code == .usage)
    }
}
