/// `workspace.json`: what everybody who uses a workspace shares.
package struct WorkspaceSettings: Sendable {
    static let fileName = "workspace.json"
    /// A thousand years: more is a slip of the hand.
    private static let mostDays = 365_250

    package var name: String?
    package var membership = Membership()
    /// The format number of the file.
    package var format = Workspace.format
    /// Days after which the contents of archived sessions go; nil for never.
    package var daysAttachmentsKept: Int?
    /// Minutes of a day of work, as in a plan of two days.
    package var dayMinutes = TimeAmount.usualDay

    init() {}

    /// Reads the settings in a folder; nil where there are none.
    init?(in folder: Folder) throws(SessionsError) {
        let bytes = try SessionsError.reading { () throws(IOFailure) in
            try folder.read(WorkspaceSettings.fileName, limit: Limits.settings)
        }
        guard let bytes else { return nil }
        do { try self.init(parsing: bytes) } catch {
            throw .damaged(path: folder.pathOf(WorkspaceSettings.fileName), problem: error.description)
        }
    }

    /// Reads the settings from the bytes of their file.
    init(parsing bytes: [UInt8]) throws(TextProblem) {
        let json: JSON
        do { json = try JSON(parsing: bytes) } catch { throw TextProblem(error) }
        do { try self.init(json) } catch { throw TextProblem(error, in: bytes) }
    }

    private init(_ json: JSON) throws(SessionChecker.Problem) {
        guard let object = json.objectValue else {
            throw SessionChecker.Problem(pointer: JSONPointer(), expected: "an object")
        }
        guard let format = object["format"]?.intValue, format >= 1 else {
            throw SessionChecker.Problem(pointer: JSONPointer("format"), expected: "a whole number from 1")
        }
        self.format = format
        name = object["name"]?.stringValue
        // What a later format means by roles is not for this program to say; it only reads such a workspace.
        guard format <= Workspace.format else { return }
        if let role = object["defaultRole"] {
            membership.defaultRole = try WorkspaceSettings.role(role, at: JSONPointer("defaultRole"))
        }
        let keep = JSONPointer("archive", "keepAttachments")
        if let days = object[keep] {
            guard let days = days.intValue, days >= 0, days <= WorkspaceSettings.mostDays else {
                throw SessionChecker.Problem(pointer: keep, expected: "a whole number of days")
            }
            daysAttachmentsKept = days
        }
        if let minutes = object["dayMinutes"] {
            guard let minutes = minutes.intValue, (1...1440).contains(minutes) else {
                throw SessionChecker.Problem(
                    pointer: JSONPointer("dayMinutes"), expected: "a whole number of minutes from 1 to 1440")
            }
            dayMinutes = minutes
        }
        guard let members = object["members"] else { return }
        guard let members = members.objectValue else {
            throw SessionChecker.Problem(pointer: JSONPointer("members"), expected: "an object")
        }
        for (person, role) in members {
            let role = try WorkspaceSettings.role(role, at: JSONPointer("members", person))
            membership.members.append((person, role))
        }
    }

    private static func role(_ json: JSON, at pointer: JSONPointer) throws(SessionChecker.Problem) -> Role {
        guard let role = json.stringValue.flatMap(Role.init(rawValue:)) else {
            throw SessionChecker.Problem(pointer: pointer, expected: "viewer, commenter, editor or owner")
        }
        return role
    }

    /// The file of a new workspace.
    static func initial(name: String?) -> [UInt8] {
        var object: JSONObject = [
            "defaultRole": .string(Membership().defaultRole.rawValue),
            "format": .number(JSONNumber(Workspace.format)),
            "members": [:],
        ]
        object["name"] = name.map(JSON.string)
        return JSON.object(object).bytes(.file)
    }
}
