import Testing

@testable import SessionsCore

extension Bench {
    /// The session that damage is done to.
    static let patient = SessionLocation(id: "k7m2q9wd4xhz", month: "2026-11")

    private func doctor(_ comparesHashes: Bool, _ configuration: String?) -> Doctor {
        Doctor(workspace, now: now, comparesHashes: comparesHashes, configurationFolder: configuration)
    }

    /// What the doctor finds, each as `check path:line:column: problem`, a note in brackets.
    func findings(comparesHashes: Bool = false, configuration: String? = nil) throws -> [String] {
        try doctor(comparesHashes, configuration).examine().findings.map(\.text)
    }

    func report() throws -> Doctor.Report { try doctor(false, nil).examine() }

    /// Mends what can be mended, as one operation.
    @discardableResult
    func mend() throws -> Int? {
        try operation("doctor --fix") { transaction, engine in
            let left = try doctor(false, nil).mend(in: transaction, engine)
            #expect(left.isEmpty)
        }
    }

    /// Puts a session with these members there, as it would be stored.
    func put(_ members: String = "{}", at location: SessionLocation = Bench.patient) throws {
        var document = try SessionsCoreTests.session(members).document
        if document["id"]?.stringValue == Bench.patient.id { document["id"] = .string(location.id) }
        try folder.write(JSON.object(document).bytes(.file), at: file(location))
    }
}

extension Finding {
    fileprivate var text: String {
        let place = place.map { ":\($0.line):\($0.column)" } ?? ""
        let text = "\(check) \(path)\(place): \(problem)"
        return severity == .note ? "(\(text))" : text
    }
}
