import Testing

@testable import SessionsCore

/// A template as a file would hold it; the schema is added.
func template(_ members: String = "{}", named name: String = "sample") throws -> Template {
    var document = try #require(JSON(parsing: members).objectValue)
    document["schema"] = 1
    let bytes = JSON.object(document).bytes(.file)
    return try TemplateFile.parse(bytes, named: name, of: .workspace, path: "sample.json")
}

extension Template {
    /// What a session that is made with it on Sunday, 22 November 2026, is to be. A setting is `name=value` or
    /// `name`.
    func plan(titled title: String = "Login", _ settings: String...) throws -> SessionPlan {
        var plan = SessionPlan()
        plan.title = title
        try apply(to: &plan, filledWith: settings.map(FieldSetting.init), today: at("08:00").day)
        return plan
    }
}

extension FieldSetting {
    init(_ text: String) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        self.init(name: String(parts[0]), value: parts.count == 2 ? String(parts[1]) : nil)
    }
}
