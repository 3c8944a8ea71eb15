/// Something that can be wrong in one file, seen from that file alone.
protocol FileCheck: SendableMetatype {
    /// As findings call it: `broken-reference`.
    static var name: String { get }
    /// Why it matters.
    static var consequence: String { get }

    static func problems(in file: ExaminedFile) -> [FileProblem]

    /// Mends in a session what can be mended without choosing for the person, each change with its event.
    static func mend(_ session: inout Session, _ engine: Engine) throws(SessionsError)
}

extension FileCheck {
    static func mend(_ session: inout Session, _ engine: Engine) throws(SessionsError) {}
}

/// What a check of a file says.
struct FileProblem {
    enum Remedy {
        /// The person has to.
        case none
        /// What `mend` changes.
        case edit
        /// Its being moved.
        case move
    }

    var severity = Finding.Severity.damage
    var place: (line: Int, column: Int)?
    /// What it is about, where the place of that is not known yet.
    var pointer: JSONPointer?
    let text: String
    let advice: String
    var remedy = Remedy.none
}

/// Every check of a file; nothing else lists them. They are made, and mended, in this order.
let fileChecks: [any FileCheck.Type] = [
    SpecialFileCheck.self, ConflictMarkerCheck.self, UnreadableFileCheck.self, NewerSchemaCheck.self,
    WrongIDCheck.self, WrongPlaceCheck.self, BrokenReferenceCheck.self, OverlappingIntervalCheck.self,
    WrongStatusCheck.self,
]

extension ExaminedFile {
    /// Problems of one kind that are told with their places, each of which is looked for from the file's beginning:
    /// with the hundred thousand that somebody made on purpose, that would not end.
    private static let mostPlaces = 100

    var findings: [Finding] {
        fileChecks.flatMap { check in
            check.problems(in: self).enumerated().map { number, problem in
                Finding(
                    check: check.name, severity: problem.severity, path: path,
                    place: problem.place
                        ?? (number < Self.mostPlaces ? problem.pointer.map(place(of:)) : nil),
                    sessionID: location?.id ?? session?.id, problem: problem.text,
                    consequence: check.consequence, advice: problem.advice,
                    mending: mending(problem.remedy))
            }
        }
    }

    private func mending(_ remedy: FileProblem.Remedy) -> Finding.Mending? {
        guard let location, session?.id == location.id else { return nil }
        switch remedy {
        case .none: return nil
        case .edit: return .edit(location)
        case .move: return .place(location)
        }
    }
}
