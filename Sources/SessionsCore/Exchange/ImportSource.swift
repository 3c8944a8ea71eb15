/// The rows of a foreign file, one after another.
package struct ImportSource {
    package enum Format: String, CaseIterable, Sendable {
        case csv, jsonl
    }

    /// What a row turned out to be.
    enum Row {
        case values(line: Int, [(field: ImportMapping.Field, text: String)])
        case bad(line: Int, String)
    }

    private enum Reader {
        case csv(CSVReader, columns: [(field: ImportMapping.Field, index: Int)])
        case lines(position: Int, line: Int)
    }

    private let bytes: [UInt8]
    private let mapping: ImportMapping
    private var reader: Reader

    /// - Parameter name: what messages call the file.
    package init(
        _ bytes: [UInt8], _ format: Format, _ mapping: ImportMapping, name: String
    ) throws(SessionsError) {
        self.bytes = bytes
        self.mapping = mapping
        switch format {
        case .jsonl: reader = .lines(position: bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0, line: 0)
        case .csv:
            var csv = CSVReader(bytes)
            let header: [String]
            do { header = try csv.next()?.fields ?? [] } catch {
                throw .importFailed(file: name, problems: ["line \(error.line): \(error.text)"], total: 1)
            }
            var columns: [(field: ImportMapping.Field, index: Int)] = []
            for (field, column) in mapping.columns {
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

    /// The share of the file that has been read, 0 to 1.
    package var progress: Double {
        let position =
            switch reader {
            case .csv(let csv, _): csv.position
            case .lines(let position, _): position
            }
        return bytes.isEmpty ? 1 : Double(position) / Double(bytes.count)
    }

    /// The next row; nil at the end.
    mutating func next() -> Row? {
        switch reader {
        case .csv(var csv, let columns):
            defer { reader = .csv(csv, columns: columns) }
            do throws(CSVReader.Problem) {
                guard let row = try csv.next() else { return nil }
                guard columns.allSatisfy({ row.fields.indices.contains($0.index) }) else {
                    return .bad(line: row.line, "it has only \(row.fields.count) columns")
                }
                return .values(line: row.line, columns.map { ($0.field, row.fields[$0.index]) })
            } catch {
                return .bad(line: error.line, error.text)
            }
        case .lines(var start, var line):
            line += 1
            while start < bytes.count, bytes[start] <= 0x20 {
                if bytes[start] == UInt8(ascii: "\n") { line += 1 }
                start += 1
            }
            guard start < bytes.count else { return nil }
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            reader = .lines(position: min(end + 1, bytes.count), line: line)
            return object(Array(bytes[start..<end]), line: line)
        }
    }

    private func object(_ bytes: [UInt8], line: Int) -> Row {
        let json: JSON
        do { json = try JSON(parsing: bytes) } catch { return .bad(line: line, "\(error.problem)") }
        guard let object = json.objectValue else { return .bad(line: line, "it is not an object") }
        var values: [(field: ImportMapping.Field, text: String)] = []
        for (field, column) in mapping.columns {
            guard let value = object[column], value != .null else { continue }
            var elements = [value]
            if field == .tags, let list = value.arrayValue { elements = list }
            for element in elements {
                guard let text = ImportSource.text(element) else {
                    return .bad(line: line, "'\(column)' holds \(element.kindName)")
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
