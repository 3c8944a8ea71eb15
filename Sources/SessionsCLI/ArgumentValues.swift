import CommandKit
import SessionsCore

extension Moment: ArgumentValue {
    package init(argument: String) throws(ArgumentProblem) {
        guard let moment = Moment(argument) else {
            let isAmount = Moment(argument + " ago") != nil
            throw ArgumentProblem(
                not: "a time", expected: Moment.forms,
                hint: isAmount ? "write -\(argument) for so long before now" : nil)
        }
        self = moment
    }

    package var argumentText: String { self == .now ? "now" : "" }
}

/// An amount of time as it was written: how long a day of it is only the workspace knows.
struct AmountText: ArgumentValue {
    let argumentText: String

    init(argument: String) throws(ArgumentProblem) {
        guard TimeAmount(argument) != nil else {
            throw ArgumentProblem(not: "an amount of time", expected: TimeAmount.forms)
        }
        argumentText = argument
    }
}

extension Context {
    func amount(_ text: AmountText) throws(SessionsError) -> TimeAmount {
        try TimeAmount.read(text.argumentText, day: dayOfWork(for: [text.argumentText]))
    }

    /// The amount of an option that an empty text takes away.
    func amountOrNone(_ text: String) throws(SessionsError) -> TimeAmount? {
        text.isEmpty ? nil : try TimeAmount.read(text, day: dayOfWork(for: [text]))
    }

    /// Minutes of a day of work in this workspace, which is only asked where a text is in days.
    func dayOfWork(for texts: [String]) throws(SessionsError) -> Int {
        guard texts.contains(where: { TimeAmount.isInDays($0) }) else { return TimeAmount.usualDay }
        return try workspace().settings().dayMinutes
    }
}

extension Period: ArgumentValue {
    package init(argument: String) throws(ArgumentProblem) {
        if case .ago(let days, seconds: 0)? = Moment(argument) {
            self = .relative(.day, back: days)
            return
        }
        guard let period = Period(argument) else {
            throw ArgumentProblem(not: "a day", expected: Period.forms)
        }
        self = period
    }

    package var argumentText: String { "" }
}

extension Participant: ArgumentValue {
    /// `lin@example.org` or `lin@example.org:viewer`.
    package init(argument: String) throws(ArgumentProblem) {
        guard let colon = argument.lastIndex(of: ":") else {
            self.init(person: argument, role: .editor)
            return
        }
        guard let role = Role(rawValue: String(argument[argument.index(after: colon)...])) else {
            throw ArgumentProblem(
                not: "a person and role", expected: "USER:viewer, commenter, editor or owner")
        }
        self.init(person: String(argument[..<colon]), role: role)
    }

    package var argumentText: String { "\(person):\(role)" }
}

extension Double: ArgumentValue {
    package init(argument: String) throws(ArgumentProblem) {
        guard let value = Double(argument), value.isFinite, value >= 0 else {
            throw ArgumentProblem(not: "a number", expected: "0 or more")
        }
        self = value
    }

    package var argumentText: String { description }
}

extension SessionPlan.PlannedMilestone: ArgumentValue {
    package init(argument: String) throws(ArgumentProblem) { self.init(argument) }

    package var argumentText: String { title }
}

extension Reflection.Outcome: ArgumentValue {}
extension ImportSource.Format: ArgumentValue {}
