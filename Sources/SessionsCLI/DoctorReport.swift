import SessionsCore
import Terminal

/// Prints what `doctor` found, and what became of it.
struct DoctorReport {
    /// What is still so.
    private(set) var left: [Finding]
    /// What was mended, or would be.
    private var mended: [Finding] = []
    private var operation: Int?
    /// Where the files are kept as they were.
    private var backupPath: String?
    private var isDryRun = false
    private var fileCount: Int
    /// Nil where files were looked at alone.
    private let workspace: Workspace?
    private let context: Context

    init(_ report: Doctor.Report, _ workspace: Workspace?, _ context: Context) {
        left = report.findings
        fileCount = report.fileCount
        self.workspace = workspace
        self.context = context
    }

    /// Tells apart what was mended and what is left.
    ///
    /// - Parameter after: what was found afterwards; nil where mending was only tried.
    mutating func settle(_ after: Doctor.Report?, operation: Int?, backupPath: String) {
        let before = left
        isDryRun = after == nil
        left = after?.findings ?? before.filter { !$0.isMendable }
        // What went by itself, as a disk that failed once, was not mended.
        mended = before.filter { finding in
            finding.isMendable && !left.contains { $0.isSame(as: finding) }
        }
        fileCount = after?.fileCount ?? fileCount
        self.operation = operation
        self.backupPath = workspace.map { "\($0.path)/\(backupPath)" }
    }

    private var isHealthy: Bool { !left.contains { $0.severity == .damage } }

    func print() throws {
        if !isHealthy { context.exitCode = .damaged }
        if context.isJSON { return try context.print(json) }
        if context.isQuiet {
            var printed: [String] = []
            for finding in mended + left where finding.severity == .damage {
                let name = finding.sessionID ?? finding.path
                guard !printed.contains(name) else { continue }
                printed.append(name)
                try context.print(name.visible)
            }
            return
        }
        let margin = [Span("    ")]
        for finding in mended {
            try context.print(
                line(finding, Span((isDryRun ? "Dry run: " : "") + "mended", .green)), after: [])
        }
        for finding in left {
            let word = finding.severity == .damage ? Span("damage", .red) : Span("note", .yellow)
            try context.print(line(finding, word), after: [])
            try context.print([Span(finding.consequence, .dim)], after: margin)
            try context.print([Span(finding.advice + way(finding))], after: margin)
        }
        try context.print([Span(summary)], after: [])
        if operation != nil, let backupPath {
            try context.print([Span("The files as they were are in '\(backupPath)'", .dim)], after: [])
        }
    }

    /// `sessions/2026-11/k7m2….json:14:20: damage: … [broken-reference]`
    private func line(_ finding: Finding, _ word: Span) -> [Span] {
        let place = finding.place.map { ":\($0.line):\($0.column)" } ?? ""
        return [
            Span(finding.path + place, .bold), Span(": "), word, Span(": \(finding.problem) "),
            Span("[\(finding.check)]", .dim),
        ]
    }

    private func way(_ finding: Finding) -> String {
        finding.isMendable && mended.isEmpty ? ": 'sessions doctor --fix' does it" : ""
    }

    private var summary: String {
        let damage = left.count { $0.severity == .damage }
        let notes = left.count - damage
        let looked = counted(fileCount, "file") + " looked at"
        let remarks = notes == 0 ? "" : ", \(counted(notes, "note"))"
        return (damage == 0 ? "Healthy" : "\(damage) damaged") + remarks + ": \(looked)"
    }

    private var json: JSON {
        var object: JSONObject = [
            "changed": .bool(!mended.isEmpty), "files": .number(JSONNumber(fileCount)),
            "findings": .array(
                mended.map { json(of: $0, isMended: true) } + left.map { json(of: $0, isMended: false) }),
            "healthy": .bool(isHealthy),
        ]
        if isDryRun { object["dryRun"] = true }
        if let operation, let backupPath {
            object["backup"] = .string(backupPath)
            object["operation"] = .number(JSONNumber(operation))
        }
        return .object(object)
    }

    private func json(of finding: Finding, isMended: Bool) -> JSON {
        var object: JSONObject = [
            "advice": .string(finding.advice), "check": .string(finding.check),
            "consequence": .string(finding.consequence), "fixable": .bool(finding.isMendable),
            "fixed": .bool(isMended), "message": .string(finding.problem), "path": .string(finding.path),
            "severity": .string(finding.severity.rawValue),
        ]
        object["session"] = finding.sessionID.map(JSON.string)
        if let place = finding.place {
            object["line"] = .number(JSONNumber(place.line))
            object["column"] = .number(JSONNumber(place.column))
        }
        return .object(object)
    }
}
