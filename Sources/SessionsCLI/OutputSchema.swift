import SessionsCore

/// The JSON Schema of what each command prints with `--json`.
///
/// A command that changes sessions and is not named here prints them: one, or an array where several were asked
/// for. A test holds every other command against what stands here.
enum OutputSchema {
    typealias Of = SessionSchema

    /// - Parameters:
    ///   - path: the command's words, without the program's name.
    ///   - changesSessions: whether it takes `--dry-run`.
    /// - Returns: nil for a command that has none.
    static func of(_ path: [String], changesSessions: Bool) -> JSON? {
        let schema =
            switch path.joined(separator: " ") {
            case "list", "search", "export": sessions
            case "show": Of.session
            case "status": status
            case "log": log
            case "stats": stats
            case "insights": insights
            case "estimate": estimate
            case "goal list": Of.goals
            case "time list": Of.intervals
            case "time gaps": gaps
            case "time check": timeProblems
            case "template list": Of.list("Templates", template)
            case "template check": templateChecks
            case "template suggest": suggestions
            case let words where words.hasPrefix("template "): template
            case "trust": trust
            case "hook list": hooks
            case "doctor": doctor
            case "attach list": Of.attachments
            case "attach get", "attach verify": attached(path[1])
            case "view save", "view remove": view
            case "view list": Of.list("The queries, by name", view)
            case "undo", "redo": undo
            case "op log": operations
            case "gc": sweep
            case "init": Of.object("The workspace made", required: ["path"], ["name": text, "path": text])
            case "import": imported
            case "batch": batch
            case "config": anyOf([setting, Of.list("All settings", setting)])
            case "schema": Of.object("A JSON Schema", required: ["$schema", "type"], [:])
            case "completions":
                Of.object("A script", required: ["script", "shell"], ["script": text, "shell": text])
            case "help": Of.object("A page", required: ["text", "topic"], ["text": text, "topic": text])
            case "version":
                Of.object(
                    "This program", required: ["schema", "version"],
                    ["schema": Of.integer("The format of sessions it writes"), "version": text])
            default: changesSessions ? anyOf([Of.session, sessions]) : nil as JSON?
            }
        guard var document = schema?.objectValue else { return nil }
        document["$schema"] = .string(Of.draft)
        document["title"] = .string("What 'sessions \(path.joined(separator: " "))' prints with --json")
        return .object(document)
    }

    // MARK: Outputs

    private static var sessions: JSON { Of.list("Sessions", Of.session) }

    private static var status: JSON {
        Of.object(
            "What runs", required: ["running", "workspace"],
            ["running": sessions, "workspace": Of.string("The path of the workspace")])
    }

    private static var log: JSON {
        var event = Of.events.objectValue?["items"]?.objectValue ?? JSONObject()
        var properties = event["properties"]?.objectValue ?? JSONObject()
        properties["session"] = sessionID
        event["properties"] = .object(properties)
        event["required"] = ["id", "session"]
        return Of.list("Events, the newest first", .object(event))
    }

    private static func attached(_ command: String) -> JSON {
        if command == "verify" {
            return Of.list(
                "Attachments, checked",
                Of.object(
                    "One", required: ["condition", "id", "name", "session"],
                    [
                        "condition": Of.string("sound, or what is wrong with its content"), "id": text,
                        "name": text, "session": sessionID,
                    ]))
        }
        return Of.object(
            "What was copied", required: ["id", "path", "sha256", "size"],
            ["id": text, "path": Of.string("Where it lies now"), "sha256": text, "size": bytes])
    }

    private static var view: JSON {
        Of.object("A query with a name", required: ["name"], ["name": text, "query": text])
    }

    private static var undo: JSON {
        Of.object(
            "What was taken back", required: ["changed", "command", "sessions", "takenBack"],
            [
                "changed": Of.boolean("That it was"), "command": Of.string("The command taken back"),
                "operation": Of.integer("The number of this operation; left out in a dry run"),
                "removed": sessionIDs, "sessions": sessions,
                "takenBack": Of.integer("The number of the operation taken back"),
            ])
    }

    private static var operations: JSON {
        Of.list(
            "Operations, the newest first",
            Of.object(
                "One", required: ["at", "by", "command", "number", "sessions", "undone"],
                [
                    "at": Of.time("When"), "by": Of.person("Who"), "command": Of.string("As it was typed"),
                    "number": Of.integer("What 'undo' takes"), "sessions": sessionIDs,
                    "takenBack": Of.integer("The number of the operation that it took back"),
                    "undone": Of.boolean("Whether it was taken back"),
                ]))
    }

    private static var sweep: JSON {
        Of.object(
            "What was cleared away", required: ["bytes", "changed", "files", "folders", "kept"],
            [
                "bytes": bytes, "changed": Of.boolean("Whether anything was"),
                "files": Of.list(
                    "Files",
                    Of.object(
                        "One", required: ["path", "reason", "size"],
                        ["path": text, "reason": Of.string("Why it is of no use"), "size": bytes])),
                "folders": Of.list("Empty folders", text),
                "kept": Of.object(
                    "Contents that an undo may need", required: ["bytes", "count"],
                    ["bytes": bytes, "count": Of.integer("How many")]),
            ])
    }

    private static var imported: JSON {
        Of.object(
            "What was brought in",
            required: ["bad", "changed", "imported", "known", "sessions", "withoutContents"],
            [
                "bad": Of.list("Rows left out", text), "changed": Of.boolean("Whether anything was"),
                "imported": Of.integer("How many sessions"),
                "known": Of.integer("Rows that were here already"),
                "sessions": sessionIDs,
                "withoutContents": Of.list("Ids of those whose attachments have no content here", text),
            ])
    }

    /// Of one line: there is one for each.
    private static var batch: JSON {
        Of.object(
            "What a line came to; there is a line of JSON for each",
            required: ["changed", "line", "sessions"],
            [
                "changed": Of.boolean("Whether it changed anything"),
                "dryRun": Of.boolean("That nothing was changed"),
                "line": Of.integer("Its number, from 1"), "sessions": sessions,
            ])
    }

    private static var setting: JSON {
        Of.object(
            "A setting", required: ["name", "source"],
            ["name": text, "source": Of.string("Where its value comes from"), "value": text])
    }

    // MARK: Parts

    static func anyOf(_ schemas: [JSON]) -> JSON { ["anyOf": .array(schemas)] }

    static var text: JSON { ["type": "string"] }
    private static var bytes: JSON { Of.integer("Its bytes") }
    static var seconds: JSON { Of.integer("Seconds") }
    static var sessionID: JSON { Of.string("The id of its session") }
    private static var sessionIDs: JSON { Of.list("Ids of sessions", text) }
}
