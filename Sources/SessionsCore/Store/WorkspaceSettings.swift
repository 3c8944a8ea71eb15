/// `workspace.json`: what everybody who uses a workspace shares.
package struct WorkspaceSettings: Sendable {
    static let fileName = "workspace.json"

    package var name: String?
    package var membership = Membership()
    /// The format number of the file.
    package var format = Workspace.format

    init() {}

    /// Reads the settings in a folder; nil where there are none.
    init?(in folder: Folder) throws(SessionsError) {
        let bytes = try SessionsError.wrap { () throws(IOFailure) in
            try folder.read(WorkspaceSettings.fileName, limit: Limits.settings)
        }
        guard let bytes else { return nil }
        let path = folder.pathOf(WorkspaceSettings.fileName)
        do {
            try self.init(JSON(parsing: bytes))
        } catch let error as JSONError {
            throw .damaged(path: path, problem: error.description)
        } catch let problem as SessionChecker.Problem {
            throw .damaged(path: path, problem: "expected \(problem.expected) at \(problem.pointer)")
        } catch {
            throw .damaged(path: path, problem: "it cannot be understood")
        }
    }

    private init(_ json: JSON) throws(SessionChecker.Problem) {
        guard let format = json.objectValue?["format"]?.intValue, format >= 1 else {
            throw SessionChecker.Problem(pointer: JSONPointer("format"), expected: "a whole number from 1")
        }
        self.format = format
        name = json.objectValue?["name"]?.stringValue
        if let role = json.objectValue?["defaultRole"] {
            membership.defaultRole = try WorkspaceSettings.role(role, at: JSONPointer("defaultRole"))
        }
        for (person, role) in json.objectValue?["members"]?.objectValue ?? JSONObject() {
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
