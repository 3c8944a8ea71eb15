/// A session as a text for an editor: the title, a blank line, the description, then `Plan:`, `Project:` and
/// `Tags:` lines.
///
/// Lines that begin with `#` are remarks. A line of the session that would be read as a remark or a field begins
/// with a backslash, which is not part of it; so does one that begins with a backslash already.
package struct EditableSession: Equatable, Sendable {
    /// Empty where there is none.
    package var title = ""
    package var description = ""
    package var plan = ""
    package var project = ""
    package var tags: [String] = []

    package init() {}

    /// The text of a session.
    package init(of session: Session) {
        title = session.title
        description = session.description ?? ""
        plan = session.planned?.description ?? ""
        project = session.project ?? ""
        tags = session.tags
    }

    // MARK: Writing

    /// The text with remarks that say how it is read.
    package var text: String {
        """
        \(Self.escaped(title))

        \(Self.escaped(description))

        Plan: \(plan)
        Project: \(project)
        Tags: \(tags.joined(separator: " "))
        # The first line is the title, what follows it the description.
        # Lines that begin with # are left out; where nothing is saved, nothing happens.

        """
    }

    private static func escaped(_ text: String) -> String {
        lines(of: text).map { line in
            line.hasPrefix("#") || line.hasPrefix("\\") || field(line) != nil ? "\\" + line : String(line)
        }.joined(separator: "\n")
    }

    // MARK: Reading

    /// Reads an edited text. Fields are the last lines of it, in any order; one that is missing is empty.
    package init(edited text: String) {
        var lines = Self.lines(of: text).filter { !$0.hasPrefix("#") }
        while let last = lines.last {
            if let (name, value) = Self.field(last) {
                set(name, value)
            } else if !Self.isBlank(last) {
                break
            }
            lines.removeLast()
        }
        let rest = lines.drop(while: Self.isBlank)
        title = rest.first.map { Self.unescaped(Self.trimmed($0)) } ?? ""
        let body = rest.dropFirst().drop(while: Self.isBlank)
        description = body.map(Self.unescaped).joined(separator: "\n")
    }

    private mutating func set(_ name: String, _ value: String) {
        switch name {
        case "Plan": plan = value
        case "Project": project = value
        default: tags = value.split { $0.isWhitespace || $0 == "," }.map(String.init)
        }
    }

    private static func field(_ line: Substring) -> (name: String, value: String)? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let name = String(line[..<colon])
        guard ["Plan", "Project", "Tags"].contains(name) else { return nil }
        return (name, String(trimmed(line[line.index(after: colon)...])))
    }

    private static func unescaped(_ line: Substring) -> String {
        String(line.hasPrefix("\\") ? line.dropFirst() : line)
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }

    private static func isBlank(_ line: Substring) -> Bool { line.allSatisfy(\.isWhitespace) }

    /// The lines of a text, without the carriage returns at their ends: with the line end behind them they would be
    /// another character.
    private static func lines(of text: String) -> [Substring] {
        text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map { line in
            var line = line
            while line.last == "\r" { line.removeLast() }
            return line
        }
    }

    // MARK: Changes

    /// Whether there is nothing in it at all.
    package var isEmpty: Bool { self == EditableSession() }

    /// What has to be changed to come from one text to another: fields that are the same in both are left alone,
    /// whatever has become of them in the session meanwhile.
    ///
    /// - Parameter day: minutes of a day of work, for a plan in days.
    /// - Throws: `invalid` for a plan that is no amount of time.
    package static func changes(
        from old: EditableSession, to new: EditableSession, day: Int = TimeAmount.usualDay
    ) throws(SessionsError) -> FieldChanges {
        // As it would be read where nothing was typed.
        let old = EditableSession(edited: old.text)
        var changes = FieldChanges()
        if new.title != old.title { changes.title = new.title }
        if new.description != old.description { changes.description = new.description }
        if new.project != old.project { changes.project = new.project }
        if new.plan != old.plan { changes.planned = .some(try new.planned(day: day)) }
        changes.addedTags = new.tags.filter { !old.tags.contains($0) }
        changes.removedTags = old.tags.filter { !new.tags.contains($0) }
        return changes
    }

    /// The plan as an amount; nil where there is none.
    ///
    /// - Parameter day: minutes of a day of work.
    /// - Throws: `invalid` where it is something else.
    package func planned(day: Int) throws(SessionsError) -> TimeAmount? {
        if plan.isEmpty { return nil }
        return try TimeAmount.read(plan, day: day)
    }
}
