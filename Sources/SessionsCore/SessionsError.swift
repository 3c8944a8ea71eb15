/// Why something asked of the engine was not done.
package enum SessionsError: Error, Equatable, Sendable {
    /// What a person gave cannot be used: what it was for, what they gave, what would do.
    case invalid(what: String, value: String, expected: String)
    /// Something larger than is taken.
    case limit(what: String, limit: String)
    /// A file operation failed.
    case io(IOFailure)
    /// A file operation failed when a change had been recorded: it was made, and its end comes with the next one.
    case unfinished(operation: Int, IOFailure)
    /// There is no workspace where one was named.
    case noWorkspace(path: String)
    /// Nowhere to keep the personal workspace or the settings.
    case noHome
    /// There is a workspace already.
    case workspaceExists(path: String)
    /// The hint is there where it may have been meant otherwise.
    case sessionNotFound(reference: String, otherwise: String? = nil)
    case ambiguous(kind: String = "session", reference: String, candidates: [String])
    /// No session has been worked on from here yet.
    case noCurrentSession(reference: String)
    /// A part of a session that is not there: its kind, how it was named, and the session.
    case elementNotFound(kind: String, reference: String, session: String)
    case templateNotFound(name: String, known: [String])
    /// A text that is no template: what it was for, and where and what is wrong.
    case notTemplate(name: String, problem: String)
    /// A value for what the template does not ask for: what it is called, and what the template asks for.
    case unknownField(name: String, template: String, known: [String])
    /// Values that a template cannot do without, as the options that give them.
    case missingFields(template: String, options: [String])
    case operationNotFound(number: Int)
    case viewNotFound(name: String)
    /// A setting that has no value.
    case notSet(name: String)
    /// A file that cannot be understood: which, and where and what is wrong.
    case damaged(path: String, problem: String)
    /// The settings of a workspace are gone, and its sessions are there.
    case settingsMissing(path: String)
    /// The record of an operation is not what was written.
    case recordDamaged(operation: Int, path: String)
    /// The content of an attachment is not what was attached, or not there: its name, where it should lie, and
    /// what is wrong.
    case contentDamaged(name: String, path: String, problem: String)
    /// A file written by a later version.
    case newerSchema(path: String, schema: Int, action: String = "change")
    /// The rules do not allow it: what was tried on what, why, and the way that leads there.
    case refused(action: String, subject: String, reason: String, way: String?)
    /// Somebody else holds the workspace.
    case locked(holder: String)
    /// A command from a shared file that this person has not allowed to run here: what was to be done with which
    /// session, why not, and how it can be allowed.
    case untrusted(action: String, session: String, reason: String, way: String)
    /// Somebody wanted this process to end.
    case interrupted
    case importFailed(file: String, problems: [String], total: Int, ImportFault)
}

extension SessionsError {
    /// The name of the kind of error in JSON output, kept for ever.
    package enum Code: String, Sendable {
        case usage, limit, io, ambiguous, damaged, conflicted, refused, untrusted, locked, interrupted
        case notFound = "not-found"
        case newerSchema = "newer-schema"
    }

    package var code: Code {
        switch self {
        case .importFailed(_, _, _, let fault): fault.code
        case .invalid, .notTemplate, .unknownField, .missingFields: .usage
        case .limit: .limit
        case .io, .unfinished, .noHome: .io
        case .noWorkspace, .sessionNotFound, .noCurrentSession, .elementNotFound, .templateNotFound,
            .operationNotFound, .viewNotFound, .notSet:
            .notFound
        case .ambiguous: .ambiguous
        case .damaged, .settingsMissing, .recordDamaged, .contentDamaged: .damaged
        case .newerSchema: .newerSchema
        case .refused, .workspaceExists: .refused
        case .locked: .locked
        case .untrusted: .untrusted
        case .interrupted: .interrupted
        }
    }

    /// What is wrong, in one line.
    package var message: String {
        switch self {
        case .invalid(let what, let value, let expected):
            "'\(SessionsError.excerpt(value))' is not \(what): expected \(expected)"
        case .limit(let what, let limit): "\(what) is over the limit of \(limit)"
        case .io(let failure): "cannot \(failure.action) '\(failure.path)': \(failure.reason)"
        case .unfinished(let operation, let failure):
            "operation \(operation) was made, but cannot \(failure.action) '\(failure.path)': \(failure.reason)"
        case .noWorkspace(let path): "no workspace in '\(path)'"
        case .noHome: "cannot find your home folder: HOME is not set"
        case .workspaceExists(let path): "'\(path)' is a workspace already"
        case .sessionNotFound(let reference, _): "no session '\(SessionsError.excerpt(reference))'"
        case .ambiguous(let kind, let reference, let candidates):
            "'\(reference)' could be \(candidates.count) \(kind)s: \(SessionsError.list(candidates))"
        case .noCurrentSession(let reference): "no session to take for '\(reference)'"
        case .elementNotFound(let kind, let reference, let session):
            "no \(kind) '\(SessionsError.excerpt(reference))' in '\(session)'"
        case .operationNotFound(let number): "no operation '\(number)'"
        case .viewNotFound(let name): "no view '\(SessionsError.excerpt(name))'"
        case .notSet(let name): "'\(name)' is not set"
        case .templateNotFound(let name, _): "no template '\(SessionsError.excerpt(name))'"
        case .notTemplate(let name, let problem):
            "cannot take this as the template '\(SessionsError.excerpt(name))': \(problem)"
        case .unknownField(let name, let template, _):
            "template '\(template)' has no field '\(SessionsError.excerpt(name))'"
        case .missingFields(let template, let options):
            "template '\(template)' needs \(options.joined(separator: " "))"
        case .damaged(let path, let problem): "cannot read '\(path)': \(problem)"
        case .settingsMissing(let path): "cannot read '\(path)': it is missing"
        case .recordDamaged(let operation, let path):
            "cannot read '\(path)': it is not as operation \(operation) was recorded"
        case .contentDamaged(let name, let path, let problem):
            "the content of '\(name)' \(problem): '\(path)'"
        case .newerSchema(let path, let schema, let action):
            "cannot \(action) '\(path)': its format \(schema) is newer than this program's \(Session.schema)"
        case .refused(let action, let subject, let reason, _): "cannot \(action) '\(subject)': \(reason)"
        case .locked(let holder): "the workspace is in use by \(holder)"
        case .untrusted(let action, let session, let reason, _): "cannot \(action) '\(session)': \(reason)"
        case .interrupted: "interrupted"
        case .importFailed(let file, let problems, let total, _):
            "cannot import '\(file)': \(problems.joined(separator: "; "))"
                + (total > problems.count ? "; and \(total - problems.count) more" : "")
        }
    }

    /// What to do about it.
    package var hint: String? {
        switch self {
        case .invalid, .limit: nil
        case .io(let failure): failure.isReadOnly ? "check who owns it and its permissions" : nil
        case .unfinished:
            "do not repeat it: the next command that changes something finishes it, and 'sessions undo' takes it back"
        case .noWorkspace(let path):
            path.hasSuffix("/.sessions")
                ? "make one with 'sessions init \(path.dropLast(10))'"
                : "make one with 'sessions init \(path)'"
        case .noHome: "set HOME, or name a workspace with --workspace"
        case .workspaceExists: nil
        case .sessionNotFound(let reference, let otherwise): otherwise ?? SessionsError.way(to: reference)
        case .ambiguous("running session", _, _): "name the one you mean"
        case .ambiguous: "give more characters of the id"
        case .noCurrentSession:
            "begin one with 'sessions new TITLE --start', or name one by its id: see 'sessions list'"
        case .elementNotFound(let kind, _, let session):
            switch kind {
            case "goal", "milestone": "see 'sessions goal list \(session)'"
            case "attachment": "see 'sessions attach list \(session)'"
            case "interval": "see 'sessions time list \(session)'"
            default: "see 'sessions show \(session)'"
            }
        case .operationNotFound: "its record may be too old: they are kept for 90 days and up to 256 MB"
        case .viewNotFound: "see 'sessions view list'"
        case .notSet(let name): "set it with 'sessions config \(name) VALUE'"
        case .templateNotFound(_, let known):
            known.isEmpty ? "see 'sessions template list'" : "there are \(SessionsError.list(known))"
        case .notTemplate: nil
        case .unknownField(_, let template, let known):
            known.isEmpty
                ? "it asks for nothing: see 'sessions template show \(template)'"
                : "its fields are \(SessionsError.list(known))"
        case .missingFields(let template, _): "see 'sessions template show \(template)'"
        case .damaged: "the file is left as it is; mend it in an editor"
        case .settingsMissing: "make it again with 'sessions init' in the folder above, or bring it back"
        case .recordDamaged:
            "'sessions doctor --fix' puts the record aside; 'sessions undo NUMBER' takes back another operation"
        case .contentDamaged: "bring it back from a copy of the workspace, or attach the file again"
        case .newerSchema: "use a newer version of sessions"
        case .refused(_, _, _, let way): way
        case .locked: "try again when it has finished"
        case .untrusted(_, _, _, let way): way
        case .interrupted: nil
        case .importFailed(_, _, _, let fault): fault.hint
        }
    }

    /// What a person may have meant who named a session by something that is no id.
    private static func way(to reference: String) -> String {
        if reference.utf8.dropFirst().first.map({ (48...57).contains($0) }) ?? false, reference.hasPrefix("-")
        {
            return "a time is given with --at: '--at \(excerpt(reference))'"
        }
        return Identifier.isPrefix(reference)
            ? "see 'sessions list --all'"
            : "a session is named by its id or '@': look for it with 'sessions list --all'"
    }

    /// The same of a subject under another name.
    package func about(_ subject: String) -> SessionsError {
        guard case .refused(let action, _, let reason, let way) = self else { return self }
        return .refused(action: action, subject: SessionsError.excerpt(subject), reason: reason, way: way)
    }

    private static func list(_ names: [String]) -> String {
        names.count > 6 ? names.prefix(5).joined(separator: ", ") + ", …" : names.joined(separator: ", ")
    }

    /// The beginning of a text, short enough for a message.
    package static func excerpt(_ text: String) -> String {
        text.utf8.count <= 80 ? text : String(text.prefix(60)) + "…"
    }
}

extension SessionsError {
    /// Runs a file operation, its failure as an error of the engine.
    static func wrap<Value>(_ body: () throws(IOFailure) -> Value) throws(SessionsError) -> Value {
        do { return try body() } catch { throw .io(error) }
    }
}
