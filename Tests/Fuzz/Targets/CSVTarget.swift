@testable import SessionsCore

/// Rows are read to the end, each is written as it was read, and what an import makes of them is what it can be.
func testCSV(_ bytes: [UInt8]) {
    var reader = CSVReader(bytes)
    var text = "header\r\n"
    var rows: [[String]] = []
    var progress = -1.0
    while true {
        do {
            guard let row = try reader.next() else { break }
            rows.append(row.fields)
            text += CSVRow.text(row.fields)
        } catch {
            expect(error.line >= 1, "lines are counted from 1")
        }
        expect(reader.source.progress > progress, "every row takes some bytes")
        progress = reader.source.progress
    }
    expect(reader.source.progress == 1, "all of it is read")
    var again = CSVReader(Array(text.utf8))
    _ = try? again.next()
    for row in rows {
        let read = (try? again.next())?.fields
        expect(read?.elementsEqual(row) { $0.utf8.elementsEqual($1.utf8) } ?? false, "\(row) is read again")
    }
    testImport(bytes, rows.first ?? [])
}

private func testImport(_ bytes: [UInt8], _ header: [String]) {
    let fields = ImportMapping.Field.allCases
    let columns = zip(fields, header + ["title", "tags", "status", "createdAt"]).map {
        "\($0.rawValue)=\($1)"
    }
    guard let mapping = try? ImportMapping(columns: columns, statuses: ["done=completed"]) else { return }
    for format in ImportSource.Format.allCases {
        guard var source = try? ImportSource(ByteSource(bytes), format, mapping, name: "file") else {
            continue
        }
        var count = 0
        while let row = source.next() {
            count += 1
            expect(count <= bytes.count + 1, "it ends")
            guard case .values(_, let values) = row,
                let imported = try? ImportedRow(values, mapping, zone: changingZone)
            else { continue }
            for instant in [imported.created, imported.started, imported.completed].compactMap({ $0 }) {
                expect(instant.isWritable, "a time can be written down")
            }
        }
    }
}
