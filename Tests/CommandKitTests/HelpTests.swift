import Testing

@testable import CommandKit

@Suite struct HelpTests {
    private func page(_ names: String) throws -> CommandPage {
        try #require(try jobs.page(at: words(names), globals: Globals()))
    }

    @Test func pageIsPlainData() throws {
        let page = try page("list")
        #expect(page.path == ["jobs", "list"])
        #expect(page.synopsis == ["jobs list [<word>…] [options]"])
        #expect(page.options.map { $0.heading } == ["Options", "Change options"])
        #expect(page.globalOptions.map { $0.heading } == ["Global options"])
        let rows = page.options[0].rows
        #expect(
            rows.map { $0.names.joined(separator: " ") } == [
                "--sort", "-n --limit", "-p --project", "-t --tag", "-a --all",
            ])
        #expect(rows.map { $0.value } == ["<key>", "<number>", "<name>", "<tag>", nil])
        #expect(rows[0].choices == ["title", "created", "updated"])
        #expect(rows.map { $0.defaultText } == ["created", "50", nil, nil, nil])
        #expect(rows.map { $0.isRepeatable } == [false, false, false, true, false])
        #expect(rows[2].completion == .dynamic("project"))
        #expect(page.globalOptions[0].rows[1].completion == .folder)
    }

    @Test(arguments: [
        ("goal", ["jobs goal <command>"]),
        ("goal add", ["jobs goal add <id> <title>…"]),
        ("pause", ["jobs pause <id> [<reason>] [options]"]),
        ("comment", ["jobs comment [<id>] [options]", "jobs comment <command>"]),
    ])
    func synopses(names: String, synopsis: [String]) throws {
        #expect(try page(names).synopsis == synopsis)
    }

    @Test func pagesFollowTheTable() {
        #expect(
            jobs.pages(globals: Globals()).map { $0.path.dropFirst().joined(separator: " ") } == [
                "list", "pause", "comment", "comment edit", "goal", "goal add", "goal list",
            ])
    }

    @Test func commandHelp() throws {
        #expect(
            HelpText.page(try page("list"), width: 80) == """
                List jobs

                Usage:
                  jobs list [<word>…] [options]

                Shows the newest jobs first.

                    kept   as it is

                A second paragraph.

                Arguments:
                  <word>…                   Words to look for

                Options:
                      --sort <key>          Order of the rows (title, created or updated;
                                            default: created)
                  -n, --limit <number>      At most so many, 0 for all (default: 50)
                  -p, --project <name>      Only this project
                  -t, --tag <tag>           Only with all of these tags (repeatable)
                  -a, --all                 Archived ones too

                Change options:
                      --json                Print the jobs as JSON
                  -q, --quiet               Print ids only

                Global options:
                  -h, --help                Show help
                  -C <dir>                  Run as if started there
                      --set <name>=<value>  Use this setting (repeatable)
                      --count <number>      How often (default: 1)

                Aliases:
                  ls

                Examples:
                  jobs list --sort title | head -2
                      the first two by title
                  JOBS_DIR=/tmp jobs list 'two words' -n5
                      five that match

                """)
    }

    @Test func narrowHelp() throws {
        #expect(
            HelpText.page(try page("comment"), width: 20) == """
                Comment on a job

                Usage:
                  jobs comment [<id>] [options]
                  jobs comment <command>

                Arguments:
                  <id>        The job

                Commands:
                  edit        Change a comment

                Options:
                  -m, --message <text>
                              The text

                Global options:
                  -h, --help  Show help
                  -C <dir>    Run as if started there
                      --set <name>=<value>
                              Use this setting
                              (repeatable)
                      --count <number>
                              How often (default: 1)

                """)
    }

    @Test func overview() {
        let text = HelpText.overview(
            program: "jobs", tagline: "Keep track of jobs.", listings: jobs.listings,
            options: CommandPage.options(of: Globals()), closing: "See 'jobs help <command>'.", width: 200)
        #expect(
            text == """
                Keep track of jobs.

                Usage:
                  jobs <command> [options]

                Look:
                  list                      List jobs

                Work:
                  pause                     Stop the clock of a job
                  comment                   Comment on a job
                  goal                      What a job is to reach

                Global options:
                  -h, --help                Show help
                  -C <dir>                  Run as if started there
                      --set <name>=<value>  Use this setting (repeatable)
                      --count <number>      How often (default: 1)

                See 'jobs help <command>'.

                """)
    }

    @Test(arguments: [0, 40, 41, 57, 80, 99, 100, 5000])
    func noLineIsTooLong(width: Int) throws {
        // Only discussion that is kept as it is and examples may stand over; here they are short.
        for page in jobs.pages(globals: Globals()) {
            for line in HelpText.page(page, width: width).split(separator: "\n") {
                #expect(line.count <= min(max(width, 41), 100))
                #expect(line.last != " ")
            }
        }
    }

    @Test func wrapping() {
        #expect(HelpLayout.wrap("", 10) == [])
        #expect(HelpLayout.wrap("aaa bbb ccc", 7) == ["aaa bbb", "ccc"])
        #expect(HelpLayout.wrap("aaa bbb ccc", 6) == ["aaa", "bbb", "ccc"])
        #expect(HelpLayout.wrap("abcdefgh b", 3) == ["abcdefgh", "b"])
    }

    @Test func everyCommandHasHelp() {
        for page in jobs.pages(globals: Globals()) {
            #expect(
                HelpText.page(page, width: 80).contains("\nUsage:\n  \(page.path.joined(separator: " "))"))
        }
    }
}
