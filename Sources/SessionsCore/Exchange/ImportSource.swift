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
        case .jsonl: reader = .lines(position: 0, line: 0)
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
                        expected: "one of \(header.joined(separator: ", "))")
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
                csv.skipToEndOfLine()
                return .bad(line: error.line, error.text)
            }
        case .lines(let position, let line):
            var start = position
            while start < bytes.count, bytes[start] <= 0x20, bytes[start] != UInt8(ascii: "\n") { start += 1 }
            guard start < bytes.count else { return nil }
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            reader = .lines(position: end + 1, line: line + 1)
            return start == end ? next() : object(Array(bytes[start..<end]), line: line + 1)
        }
    }

    private func object(_ bytes: [UInt8], line: Int) -> Row {
        let json: JSON
        do { json = try JSON(parsing: bytes) } catch { return .bad(line: line, "\(error.problem)") }
        guard let object = json.objectValue else { return .bad(line: line, "it is not an object") }
        var values: [(field: ImportMapping.Field, text: String)] = []
        for (field, column) in mapping.columns {
            switch object[column] {
            case nil, .null?: continue
            case .string(let text)?: values.append((field, text))
            case .number(let number)?: values.append((field, number.text))
            case .array(let elements)? where field == .tags:
                for element in elements { values.append((field, element.stringValue ?? "")) }
            case let value?: return .bad(line: line, "'\(column)' is \(value.kindName)")
            }
        }
        return .values(line: line, values)
    }
}
