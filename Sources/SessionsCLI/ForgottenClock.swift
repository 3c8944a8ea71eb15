/// A clock that ran on after the work was over.
enum ForgottenClock {
    /// The command that stops it, or gives one that was stopped too late its right end: only the person knows that.
    ///
    /// - Parameters:
    ///   - id: the session, as it is named in a command; nil for the current one.
    ///   - number: the number of the interval as listed.
    static func mending(_ id: String?, _ number: Int, isRunning: Bool, isMine: Bool) -> String {
        isRunning && isMine
            ? "sessions pause\(id.map { " " + $0 } ?? "") --at last"
            : "sessions time edit \(id ?? "@") \(number) --end TIME"
    }
}
