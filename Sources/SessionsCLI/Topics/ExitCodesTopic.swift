import CommandKit

extension Topic {
    /// In the manual these stand on every command's page.
    static var exitCodes: Topic {
        Topic("exit-codes", "How commands end", section: nil, [.list(exitStatuses)])
    }

    static var exitStatuses: [Topic.Entry] {
        ExitCode.allCases.map { Topic.Entry(String($0.rawValue), $0.meaning) }
    }
}
