import SessionsCore
import Terminal

/// Prints sessions for programs, one after the other: nothing is held back but a buffer.
struct SessionRecords {
    enum Form {
        /// One JSON array.
        case array
        /// A line of JSON for each.
        case lines
        /// Comma-separated values under a line of keys.
        case csv
    }

    private let form: Form
    private let fields: FieldList?
    private let context: Context
    /// Needed where fields are chosen, and not before: it takes a look at all ids.
    private let display: SessionDisplay?
    private var array: JSONArrayPrinter

    /// - Parameter catalog: what the sessions are of, where that has been read.
    init(_ form: Form, _ fields: FieldList?, _ context: Context, catalog: SessionCatalog? = nil) throws {
        self.form = form
        self.fields = form == .csv ? fields ?? FieldList.ofCSV : fields
        self.context = context
        display = self.fields == nil ? nil : try catalog.map(context.display) ?? context.display()
        array = JSONArrayPrinter(context.output)
        if let keys = self.fields?.fields.map(\.key), form == .csv {
            try context.output.write(CSVRow.text(keys))
        }
    }

    /// - Parameter extra: a member of its own that the command adds to the JSON of the session.
    mutating func add(_ session: Session, extra: (key: String, value: JSON)? = nil) throws {
        var output = session.output(now: context.now)
        if let fields, let display {
            if form == .csv {
                let texts = fields.texts(of: output, session, display)
                return try context.output.write(CSVRow.text(texts))
            }
            output = fields.members(of: output, session, display)
        } else if let extra {
            output[extra.key] = extra.value
        }
        switch form {
        case .array: try array.add(.object(output))
        case .lines, .csv:
            try context.output.write(bytes: JSON.object(output).bytes(.line))
            try context.output.writeLine()
        }
    }

    /// Adds every session of the workspace in the order of their ids, whole. Files that cannot be read are told of.
    ///
    /// - Returns: how many there were.
    mutating func addEverything() throws -> Int {
        var count = 0
        let isArray = form == .array
        let damaged = try context.workspace().eachTextByID(
            isArray ? .output : .line, indent: isArray ? 1 : 0,
            separator: Array((isArray ? JSONArrayPrinter.separator : "\n").utf8), now: context.now
        ) { text, texts in
            count += texts
            if isArray { return try array.add(text) }
            try context.output.write(bytes: text)
            try context.output.writeLine()
        }
        context.report(damaged: damaged)
        return count
    }

    /// Whether all that there is of a session is printed.
    var areWhole: Bool { fields == nil }

    /// Adds many, whose text is made on two threads where all of it is wanted.
    mutating func add(_ sessions: [Session]) throws {
        guard fields == nil else {
            for session in sessions { try add(session) }
            return
        }
        let (now, isArray) = (context.now, form == .array)
        let texts = sessions.mapInParallel { session in
            var text: [UInt8] = []
            let output = JSON.object(session.output(now: now))
            output.append(to: &text, style: isArray ? .output : .line, indent: isArray ? 1 : 0)
            return text
        }
        for text in texts {
            if isArray {
                try array.add(text)
            } else {
                try context.output.write(bytes: text + [UInt8(ascii: "\n")])
            }
        }
    }

    mutating func finish() throws {
        if form == .array { try array.finish() }
    }
}

extension Context {
    /// Prints one session: an object, a line, or a line under the keys.
    func printRecord(_ session: Session, _ form: SessionRecords.Form, _ fields: FieldList?) throws {
        guard form == .array else {
            var records = try SessionRecords(form, fields, self)
            try records.add(session)
            return try records.finish()
        }
        let output = session.output(now: now)
        try print(.object(try fields?.members(of: output, session, display()) ?? output))
    }
}

/// Prints one JSON array, element by element, so that the text of all need not be in memory.
struct JSONArrayPrinter {
    private let output: Output
    private var isEmpty = true
    private var bytes: [UInt8] = []

    init(_ output: Output) {
        self.output = output
    }

    mutating func add(_ element: JSON) throws(OutputError) {
        element.append(to: &bytes, style: .output, indent: 1)
        try add(bytes)
        bytes.removeAll(keepingCapacity: true)
    }

    /// What stands between two elements.
    static let separator = ",\n  "

    /// The same for the text of an element, or of several with separators, whose lines but the first are indented
    /// by one level.
    mutating func add(_ text: [UInt8]) throws(OutputError) {
        try begin()
        try output.write(bytes: text)
    }

    mutating func add(_ text: UnsafeRawBufferPointer) throws(OutputError) {
        try begin()
        try output.write(bytes: text)
    }

    private mutating func begin() throws(OutputError) {
        try output.write(isEmpty ? "[\n  " : Self.separator)
        isEmpty = false
    }

    func finish() throws(OutputError) {
        try output.writeLine(isEmpty ? "[]" : "\n]")
    }
}
