import SessionsCore
import Terminal

/// A template as a person wants to read it.
struct TemplatePage {
    private(set) var lines: [String] = []
    private let template: Template
    private let style: Style

    /// - Parameter others: those of the same name in other places.
    init(
        _ template: Template, path: String?, others: [TemplateLibrary.Entry], style: Style, width: Int
    ) {
        self.template = template
        self.style = style
        let summary = template.summary.map { "  " + style.bold($0.visible) } ?? ""
        lines.append(style.yellow(template.name) + summary)
        lines.append("      " + style.dim(template.origin.rawValue + (path.map { ", " + $0.visible } ?? "")))
        for other in others {
            let order =
                other.isShadowed
                ? "goes before the \(other.origin.rawValue) one"
                : "shadowed by the \(other.origin.rawValue) one"
            lines.append("      " + style.dim(order))
        }
        addFacts()
        if let description = template.description {
            lines.append("")
            lines += wrap(description.source, columns: width, indent: 2)
        }
        addFields()
        addGoals()
        lines += ["", style.dim(usage)]
    }

    private mutating func addFacts() {
        var facts: [(String, String)] = []
        if let title = template.title { facts.append(("Title", title.source.visible)) }
        if let planned = template.planned { facts.append(("Plan", planned.description)) }
        if let project = template.project { facts.append(("Project", project.source.visible)) }
        if !template.tags.isEmpty {
            facts.append(("Tags", template.tags.map(\.source.visible).joined(separator: ", ")))
        }
        if !template.participants.isEmpty {
            let people = template.participants.map { "\($0.person.visible) (\($0.role))" }
            facts.append(("With", people.joined(separator: ", ")))
        }
        if !facts.isEmpty { lines.append("") }
        for (name, text) in facts {
            lines.append(style.dim((name + ":").padded(toColumns: 11)) + " " + text)
        }
    }

    private mutating func addFields() {
        guard !template.fields.isEmpty else { return }
        lines += ["", style.bold("Fields")]
        for field in template.fields {
            var notes = [field.kind.rawValue + (field.choices.isEmpty ? "" : ": \(choices(field))")]
            if field.isRequired { notes.append("required") }
            if let text = field.defaultText { notes.append("default \(text.visible)") }
            let summary = field.summary.map { "  " + $0.visible } ?? ""
            lines.append("  \(field.name)\(summary)  " + style.dim("(\(notes.joined(separator: "; ")))"))
        }
    }

    private func choices(_ field: TemplateField) -> String {
        field.choices.map(\.visible).joined(separator: ", ")
    }

    private mutating func addGoals() {
        guard !template.goals.isEmpty else { return }
        lines += ["", style.bold("Goals")]
        for (index, goal) in template.goals.enumerated() {
            var notes: [String] = []
            if goal.isRequired { notes.append("required") }
            if let planned = goal.planned { notes.append(planned.description) }
            if let weight = goal.weight, weight != 1 {
                notes.append("weight \(JSONNumber(weight)?.text ?? "")")
            }
            let remark = notes.isEmpty ? "" : "  " + style.dim("(\(notes.joined(separator: ", ")))")
            lines.append("  \(index + 1)  \(goal.title.source.visible)\(remark)")
            for (step, milestone) in goal.milestones.enumerated() {
                lines.append("     \(index + 1).\(step + 1)  \(milestone.title.source.visible)")
                if let check = milestone.check {
                    lines.append("          " + style.dim("$ \(check.visible)"))
                }
            }
        }
    }

    /// The command that uses it, with what it cannot do without.
    private var usage: String {
        let required = template.fields.filter { $0.isRequired && $0.defaultText == nil }
        let words = ["sessions new"] + (template.needsTitle ? ["TITLE…"] : []) + ["-t \(template.name)"]
        return (words + required.map(\.option.visible)).joined(separator: " ")
    }
}
