extension Template {
    /// Adds what the template holds to a plan. What the plan says already goes before it; tags, goals and people
    /// come together.
    ///
    /// What is empty once the values are in their places is left out: a tag, a project, a goal or a milestone can
    /// hang on a field.
    ///
    /// - Parameters:
    ///   - settings: what is given for the fields; of two for the same field the last one holds.
    ///   - today: what `today` and `monday` are counted from.
    /// - Throws: `unknownField`, `invalid`, `missingFields`.
    package func apply(
        to plan: inout SessionPlan, filledWith settings: [FieldSetting] = [], today: CalendarDay
    ) throws(SessionsError) {
        let values = try values(settings, today: today)
        let typedTitle = plan.title
        func text(_ text: TemplateText) -> String {
            text.filled { name in
                name == TemplateText.title ? typedTitle : values.first { $0.name == name }?.value.text ?? ""
            }
        }
        func texts(_ texts: [TemplateText]) -> [String] {
            texts.map(text).compactMap(SessionRules.optional)
        }
        func amount(_ plan: Plan?) -> TimeAmount? {
            switch plan {
            case .amount(let amount)?: amount
            case .field(let name)?: values.first { $0.name == name }?.value.amount
            case nil: nil
            }
        }
        plan.template = name
        if let title, typedTitle.isEmpty || needsTitle { plan.title = text(title) }
        plan.description = plan.description ?? description.map(text)
        plan.project = plan.project ?? project.map(text).flatMap(SessionRules.optional)
        plan.planned = plan.planned ?? amount(planned)
        plan.tags += texts(tags)
        plan.participants = participants + plan.participants
        var goals: [SessionPlan.PlannedGoal] = []
        for goal in self.goals {
            guard let title = texts([goal.title]).first else { continue }
            var planned = SessionPlan.PlannedGoal(title)
            planned.isRequired = goal.isRequired
            planned.weight = goal.weight
            planned.planned = amount(goal.planned)
            for milestone in goal.milestones {
                guard let title = texts([milestone.title]).first else { continue }
                planned.milestones.append(.init(title, check: milestone.check))
            }
            goals.append(planned)
        }
        plan.goals = goals + plan.goals
    }

    /// A value for every field that has one.
    private func values(
        _ settings: [FieldSetting], today: CalendarDay
    ) throws(SessionsError) -> [(name: String, value: TemplateField.Value)] {
        for setting in settings where !fields.contains(where: { $0.name == setting.name }) {
            throw .unknownField(name: setting.name, template: name, known: fields.map(\.name))
        }
        var values: [(name: String, value: TemplateField.Value)] = []
        var missing: [String] = []
        for field in fields {
            var text = field.defaultText ?? ""
            if let given = settings.last(where: { $0.name == field.name }) {
                guard let value = given.value ?? (field.kind == .flag ? "yes" : nil) else {
                    throw .missingFields(template: name, options: [field.option])
                }
                text = value
            }
            if field.isRequired, text.isEmpty { missing.append(field.option) }
            values.append((field.name, try field.value(of: text, today: today)))
        }
        guard missing.isEmpty else { throw .missingFields(template: name, options: missing) }
        return values
    }
}
