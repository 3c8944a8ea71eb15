/// What a person is asked for when a template is used.
package struct TemplateField: Equatable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case text, number, date, duration, choice, flag

        /// What stands for a value in `--set NAME=…`.
        fileprivate var placeholder: String {
            switch self {
            case .text: "TEXT"
            case .number: "NUMBER"
            case .date: "DATE"
            case .duration: "TIME"
            case .choice: "CHOICE"
            case .flag: "yes|no"
            }
        }
    }

    package let name: String
    package let kind: Kind
    package let isRequired: Bool
    /// Its value where none is given, as it could be given.
    package let defaultText: String?
    /// What a choice can be, in the order of their bytes.
    package let choices: [String]
    /// What to give.
    package let summary: String?
    let position: Double

    /// `--set severity=high|low`, as a message asks for it.
    package var option: String {
        "--set \(name)=" + (kind == .choice ? choices.joined(separator: "|") : kind.placeholder)
    }

    /// The values there are, where they can be told.
    package var values: [String] { kind == .flag ? ["yes", "no"] : choices }

    /// What a value puts into the texts.
    struct Value: Equatable, Sendable {
        var text: String
        /// What a duration is as a plan.
        var amount: TimeAmount?

        static let none = Value(text: "")
    }

    /// Reads a value. An empty text is none at all.
    ///
    /// - Parameter today: what `today` and `monday` are counted from.
    /// - Throws: `invalid`, naming the option.
    func value(of text: String, today: CalendarDay) throws(SessionsError) -> Value {
        if text.isEmpty { return .none }
        switch kind {
        case .text:
            return Value(text: text)
        case .number:
            guard case .number(let number)? = try? JSON(parsing: text), number.text == text else {
                throw wrong(text, "a number", "digits, like 3 or -2.5")
            }
            return Value(text: text)
        case .date:
            guard let period = Period(text), period.isOneDay else {
                throw wrong(text, "a date", "like 2026-11-22, today or monday")
            }
            return Value(text: period.days(today: today).first.description)
        case .duration:
            guard let amount = TimeAmount(text) else {
                throw wrong(text, "an amount of time", TimeAmount.forms)
            }
            let isWhole = TimeAmount(amount.description) == amount
            return Value(text: isWhole ? amount.description : text, amount: amount)
        case .choice:
            guard choices.contains(where: { $0.hasSameBytes(as: text) }) else {
                throw wrong(text, "a choice", choices.joined(separator: ", "))
            }
            return Value(text: text)
        case .flag:
            switch text {
            case "yes", "true": return Value(text: name)
            case "no", "false": return .none
            default: throw wrong(text, "an answer", "yes or no")
            }
        }
    }

    private func wrong(_ text: String, _ kind: String, _ expected: String) -> SessionsError {
        .invalid(what: "\(kind) for '--set \(name)'", value: text, expected: expected)
    }
}

/// One `--set NAME=VALUE`.
package struct FieldSetting: Equatable, Sendable {
    package let name: String
    /// Nil where only the name was given, which says yes to a flag.
    package let value: String?

    package init(name: String, value: String?) {
        self.name = name
        self.value = value
    }
}
