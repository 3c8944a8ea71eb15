/// The records of a file, one after another: rows of another program, or sessions as `export` printed them.
package struct ImportSource {
    package enum Format: String, CaseIterable, Sendable {
        case csv, json, jsonl
    }

    /// What a record turned out to be.
    enum Record {
        case values(line: Int, [(field: ImportMapping.Field, text: String)])
        case session(line: Int, JSONObject)
        case bad(line: Int, String, ImportFault)
    }

    private enum Reader {
        case csv(CSVReader, columns: [(field: ImportMapping.Field, index: Int)])
        case lines(ByteSource, line: Int)
        case array(JSONArrayReader)
    }

    private let mapping: ImportMapping?
    private var reader: Reader

    /// - Parameters:
    ///   - mapping: nil for sessions that were exported, which are no CSV.
    ///   - name: what messages call the file.
    package init(
        _ source: ByteSource, _ format: Format, _ mapping: ImportMapping?, name: String
    ) throws(SessionsError) {
        self.mapping = mapping
        switch format {
        case .json: reader = .array(JSONArrayReader(source))
        case .jsonl:
            var source = source
            source.skipByteOrderMark()
            reader = .lines(source, line: 0)
        case .csv:
            var csv = CSVReader(source)
            let header: [String]
            do { header = try csv.next()?.fields ?? [] } catch {
                throw .importFailed(
                    file: name, problems: ["line \(error.line): \(error.text)"], total: 1, error.fault)
            }
            var columns: [(field: ImportMapping.Field, index: Int)] = []
            for (field, column) in mapping?.columns ?? [] {
                guard let index = header.firstIndex(of: column) else {
                    throw .invalid(
                        what: "a column of '\(name)'", value: column,
                        expected: header.isEmpty
                            ? "a first line that names the columns"
                            : "one of \(header.joined(separator: ", "))")
                }
                columns.append((field, index))
            }
            reader = .csv(csv, columns: columns)
        }
    }

    private var source: ByteSource {
        switch reader {
        case .csv(let csv, _): csv.source
        case .lines(let source, _): source
        case .array(let array): array.source
        }
    }

    /// The share of the file that has been read, 0 to 1.
    package var progress: Double { source.progress }

    /// Why there are no more records, where that is not because the end has come.
    var failure: IOFailure? { source.failure }

    /// The next record; nil at the end.
    mutating func next() -> Record? {
        switch reader {
        case .csv(var csv, let columns):
            // Nothing else holds its bytes while they are read, or they would be copied.
            reader = .lines(ByteSource([]), line: 0)
            defer { reader = .csv(csv, columns: columns) }
            do throws(CSVReader.Problem) {
                guard let row = try csv.next() else { return nil }
                guard columns.allSatisfy({ row.fields.indices.contains($0.index) }) else {
                    return .bad(line: row.line, "it has only \(row.fields.count) columns", .value)
                }
                return .values(line: row.line, columns.map { ($0.field, row.fields[$0.index]) })
            } catch {
                return .bad(line: error.line, error.text, error.fault)
            }
        case .lines(var source, var line):
            reader = .lines(ByteSource([]), line: 0)
            defer { reader = .lines(source, line: line) }
            line += 1
            while let byte = source.peek(), byte <= 0x20 {
                if byte == UInt8(ascii: "\n") { line += 1 }
                source.skip()
            }
            guard source.peek() != nil else { return nil }
            var text: [UInt8] = []
            let limit = Limits.importedRecord
            source.append(to: &text, limit: limit) { $0 == UInt8(ascii: "\n") }
            if source.peek() != nil { source.skip() }
            guard text.count <= limit else {
                return .bad(line: line, "it is longer than \(limit) bytes", .tooLarge)
            }
            return record(text, line: line)
        case .array(var array):
            reader = .lines(ByteSource([]), line: 0)
            defer { reader = .array(array) }
            do throws(JSONArrayReader.Problem) {
                return try array.next().map { record($0.text, line: $0.line) }
            } catch {
                return .bad(line: error.line, error.text, error.fault)
            }
        }
    }

    private func record(_ text: [UInt8], line: Int) -> Record {
        let json: JSON
        do { json = try JSON(parsing: text, limits: JSONLimits(stringBytes: Limits.text)) } catch {
            return .bad(line: line + error.line - 1, "\(error.problem)", .damaged)
        }
        guard let object = json.objectValue else { return .bad(line: line, "it is not an object", .damaged) }
        guard let mapping else { return .session(line: line, object) }
        var values: [(field: ImportMapping.Field, text: String)] = []
        for (field, column) in mapping.columns {
            guard let value = object[column], value != .null else { continue }
            var elements = [value]
            if field == .tags, let list = value.arrayValue { elements = list }
            for element in elements {
                guard let text = ImportSource.text(element) else {
                    return .bad(line: line, "'\(column)' holds \(element.kindName)", .value)
                }
                values.append((field, text))
            }
        }
        return .values(line: line, values)
    }

    private static func text(_ json: JSON) -> String? {
        switch json {
        case .string(let text): text
        case .number(let number): number.text
        case .bool(let value): value ? "true" : "false"
        case .null, .array, .object: nil
        }
    }
}
