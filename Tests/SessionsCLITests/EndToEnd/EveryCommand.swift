/// A line for every command, in an order in which each of the changing ones has something to change. `ID` stands
/// for the session they are about, which has a goal and is not running.
///
/// The tests that go through all commands take their lines from here, and one test sees to it that a new command
/// gets a line.
enum EveryCommand {
    struct Line: Sendable {
        let words: [String]
        private let standardInput: String

        init(_ line: String, input: String = "") {
            words = line.split(separator: " ").map(String.init)
            standardInput = input
        }

        func input(for id: String) -> String { standardInput.replacing("ID", with: id) }

        func words(for id: String) -> [String] { words.map { $0 == "ID" ? id : $0 } }

        /// What it prints with `-q`, where that is no ids of sessions.
        var names: String? { words[0] == "template" ? words[1] == "from" ? words[3] : words[2] : nil }

        /// Whether it runs the command of that path.
        func runs(_ path: [String]) -> Bool { words.starts(with: path) }
    }

    /// What takes `--dry-run`.
    static let changing = [
        Line("start ID --note again"), Line("pause ID"), Line("edit ID --plan 3h --add-tag more"),
        Line("goal add ID Another --milestone step --check true"), Line("goal done ID 1"),
        Line("goal reopen ID 1"),
        Line("goal check ID"),
        Line("goal edit ID 2 --weight 2 --milestone more"), Line("goal remove ID 2"),
        Line("time add ID --for 30m --on 2020-01-01 --note before"), Line("time edit ID 1 --for 20m"),
        Line("time add ID --on 2020-01-02 --from 1:00 --to 2:00"), Line("time split ID 2 --at 1:30"),
        Line("time remove ID 1"),
        Line("comment ID -m words"), Line("batch", input: #"["comment", "ID", "-m", "more words"]"#),
        Line("attach ID a.txt b.txt"), Line("attach open ID a.txt"), Line("attach remove ID b.txt"),
        Line("doctor --fix"), Line("gc"),
        Line("complete ID --incomplete --outcome success --learned much"),
        Line("reflect ID --learned more --skill swift=+1"),
        Line("archive ID"), Line("restore ID"), Line("undo"), Line("redo"), Line("delete ID"), Line("undo"),
        Line("import tasks.csv --map title=name --map sourceId=key"),
        Line("template new recipe --tag over --field part:choice:a,b=b"),
        Line("template edit recipe -F recipe.json"),
        Line("template new own --personal --like recipe"), Line("template remove own --personal"),
        Line("new Third -t recipe --set part=a"), Line("complete @ --incomplete"),
        Line("template from @ finished"), Line("template remove recipe"),
        Line("new Another --attach a.txt --start"),
    ]

    static let other = [
        Line("list --all"), Line("list --all --format {title}{project}{tags}{template}{owner}"),
        Line("search over"),
        Line("show ID"), Line("log"), Line("log ID"), Line("status"), Line("stats"),
        Line("stats --by project"), Line("stats --by tag,day --round 15m"),
        Line("stats --by day --since 2019-12-01"), Line("stats --by person,hour --until 2030-01-01"),
        Line("insights"), Line("insights --skills"), Line("insights --learned"),
        Line("insights --learned much"),
        Line("estimate Another -t bug-fix"), Line("estimate ID"), Line("estimate status:draft,completed"),
        Line("insights --calibration"),
        Line("view save all tag:a OR bug"), Line("view list"), Line("view remove all"),
        Line("time list ID"), Line("time gaps yesterday"), Line("time check"),
        Line("status --format {title}"),
        Line("stats --by tag"), Line("stats --by template"), Line("goal list ID"), Line("config"),
        Line("attach list ID"), Line("attach verify ID"), Line("attach get ID a.txt --force"), Line("op log"),
        Line("trust"), Line("trust --list"), Line("trust --print"), Line("hook list"),
        Line("help"), Line("completions bash"),
        Line("template list"), Line("template show bug-fix"), Line("template check"),
        Line("template suggest Over and over"),
        Line("export"), Line("schema"), Line("schema template"),
        Line("version"), Line("init elsewhere"),
    ]

    /// Files that the lines name, a program that opens files, a content that `gc` finds, and a session that lies in
    /// the wrong month, which `doctor` mends.
    static func prepare(_ program: Program) throws {
        try prepare(program.folder, work: "home/work", set: { program.set($0, $1) })
    }

    /// - Parameters:
    ///   - work: the folder in it in which the lines are run.
    ///   - set: gives the program a variable.
    static func prepare(
        _ folder: TemporaryFolder, work: String, set: (String, String) -> Void
    ) throws {
        set("SESSIONS_OPENER", "true")
        set("TMPDIR", folder.path(of: "temporary"))
        try folder.makeFolder("temporary")
        let contents = "\(work)/.sessions/attachments/bcdfghjkmnpr"
        try folder.makeFolder(contents)
        try folder.write("nobody's", to: "\(contents)/\(String(repeating: "0", count: 64))")
        // That of the session of some tests, which names it.
        try folder.makeFolder("\(work)/.sessions/attachments/bcdfghjkmnpq")
        try folder.write(
            "1", to: "\(work)/.sessions/attachments/bcdfghjkmnpq/\(String(repeating: "0", count: 64))")
        try folder.makeFolder("\(work)/.sessions/sessions/2020-01")
        try folder.write(misplaced, to: "\(work)/.sessions/sessions/2020-01/zcdfghjkmnpr.json")
        try folder.write("a file\n", to: "\(work)/a.txt")
        try folder.write("another\n", to: "\(work)/b.txt")
        let recipe =
            #"{"schema": 1, "title": "{{part}}", "tags": ["over"], "fields": {"part": {}}, "xTop": 2.50}"#
        try folder.write(recipe, to: "\(work)/recipe.json")
        try folder.write("name,key\nImported,T-1\n", to: "\(work)/tasks.csv")
    }

    private static let misplaced = #"""
        {"createdAt": "2020-02-02T08:00:00.000Z", "createdBy": "ada@example.org", "id": "zcdfghjkmnpr",
         "schema": 1, "status": "draft", "title": "Misplaced"}
        """#
}
