import CommandKit
import SessionsCore

extension Moment: ArgumentValue {
    package init(argument: String) throws(ArgumentProblem) {
        guard let moment = Moment(argument) else {
            throw ArgumentProblem(not: "a time", expected: Moment.forms)
        }
        self = moment
    }

    package var argumentText: String { self == .now ? "now" : "" }
}

extension TimeAmount: ArgumentValue {
    package init(argument: String) throws(ArgumentProblem) {
        guard let amount = TimeAmount(argument) else {
            throw ArgumentProblem(not: "an amount of time", expected: TimeAmount.forms)
        }
        self = amount
    }

    package var argumentText: String { description }
}

extension TimeAmount {
    /// The amount of an option that an empty text takes away.
    static func orNone(_ text: String) throws(SessionsError) -> TimeAmount? {
        if text.isEmpty { return nil }
        guard let amount = TimeAmount(text) else {
            throw .invalid(what: "an amount of time", value: text, expected: forms)
        }
        return amount
    }
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

extension Reflection.Outcome: ArgumentValue {}
extension Statistics.Key: ArgumentValue {}
extension ImportSource.Format: ArgumentValue {}
