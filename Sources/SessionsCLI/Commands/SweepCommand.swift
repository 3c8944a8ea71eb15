import CommandKit
import SessionsCore
import Terminal

/// `sessions gc`: clear away what is of no use any more.
struct SweepCommand: SessionsCommand {
    static let info = CommandInfo(
        "gc", "Clear away what is of no use any more",
        discussion: """
            That is the content of attachments that no session names and no undo can bring back, what a command \
            that was killed left, copies that 'doctor --fix' kept more than 90 days ago, and empty folders. Where workspace.json sets archive.keepAttachments, the \
            contents of sessions archived more days ago than that go too. What is removed here, no undo brings \
            back. Nothing is removed while a session cannot be read, as it may name any content.
            """,
        examples: [
            Example("sessions gc --dry-run", "see what would go"), Example("sessions gc", "remove it"),
        ])
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        var damaged: [SessionsError] = []
        let (sweep, _) = try context.transaction(isDryRun: change.isDryRun) { transaction, _ in
            let sweep = try Sweep(in: transaction, now: context.now, damaged: &damaged)
            try sweep.carryOut(in: transaction)
            return sweep
        }
        context.report(damaged: damaged)
        guard damaged.isEmpty else {
            return context.note("nothing is removed as long as a session cannot be read")
        }
        if context.isJSON { return try context.print(Self.json(sweep)) }
        if context.isQuiet {
            var last: String?
            for id in sweep.files.compactMap(\.sessionID) where id != last {
                try context.print(id)
                last = id
            }
            return
        }
        for line in lines(sweep) { try context.print(line, after: []) }
    }

    private func lines(_ sweep: Sweep) -> [[Span]] {
        let verb = Span(change.isDryRun ? "Dry run: Removed" : "Removed", .green)
        var lines: [[Span]] = []
        for reason in Sweep.Reason.allCases {
            let files = sweep.files.filter { $0.reason == reason }
            guard !files.isEmpty else { continue }
            let bytes = files.reduce(0) { $0 + $1.size }
            lines.append([verb, Span(" \(Self.text(files.count, reason)), \(counted(bytes, "byte"))")])
        }
        if !sweep.folders.isEmpty {
            lines.append([verb, Span(" \(counted(sweep.folders.count, "empty folder"))")])
        }
        if lines.isEmpty { lines.append([Span("Nothing to remove")]) }
        if sweep.kept.count > 0 {
            let kept = "\(counted(sweep.kept.count, "content")) that undo could bring back"
            lines.append([Span("Kept \(kept), \(counted(sweep.kept.bytes, "byte"))", .dim)])
        }
        return lines
    }

    private static func text(_ count: Int, _ reason: Sweep.Reason) -> String {
        switch reason {
        case .unnamed: counted(count, "content") + " that no session names"
        case .expired: counted(count, "content") + " of sessions archived long ago"
        case .leftover: counted(count, "file") + " that a killed command left"
        case .backup: counted(count, "file") + " that doctor kept long ago"
        }
    }

    private static func json(_ sweep: Sweep) -> JSON {
        [
            "bytes": .number(JSONNumber(sweep.files.reduce(0) { $0 + $1.size })),
            "changed": .bool(!sweep.files.isEmpty || !sweep.folders.isEmpty),
            "files": .array(
                sweep.files.map { file in
                    [
                        "path": .string(file.path), "reason": .string(file.reason.rawValue),
                        "size": .number(JSONNumber(file.size)),
                    ]
                }),
            "folders": .array(sweep.folders.map(JSON.string)),
            "kept": [
                "bytes": .number(JSONNumber(sweep.kept.bytes)),
                "count": .number(JSONNumber(sweep.kept.count)),
            ],
        ]
    }
}
