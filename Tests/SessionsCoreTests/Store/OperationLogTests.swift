import Testing

@testable import SessionsCore

@Suite struct OperationLogTests {
    private let temporary: TemporaryFolder
    private let local: Folder

    init() throws {
        temporary = try TemporaryFolder()
        local = try Folder(opening: temporary.path)
    }

    private func log() throws -> OperationLog { try OperationLog(in: local) }

    private func append(_ day: String, keeping bytes: Int = OperationLog.bytesKept) throws {
        try append(log().lastNumber() + 1, at: day + "T12:00:00.000Z", keeping: bytes)
    }

    private func append(_ number: Int, at time: String, keeping bytes: Int = OperationLog.bytesKept) throws {
        try local.create("new").write(OperationRecordTests.bytes(number, at: time))
        let log = try log()
        let day = try log.makeDay(for: OperationRecordTests.header(number, at: time))
        #expect(try log.append(number, to: day, from: "new", in: local, keeping: bytes))
    }

    private func numbers() throws -> [Int] {
        var numbers: [Int] = []
        try log().eachFromNewest { entry in
            switch entry {
            case .success(let record): numbers.append(record.number)
            case .failure(let record): numbers.append(-record.number)
            }
            return true
        }
        return numbers
    }

    @Test func whatTheOperationBeforeSaidIsBelievedAsLongAsItsDayIsAsItWas() throws {
        let time = "2026-11-22T12:00:00.000Z"
        for _ in 0..<3 { try append("2026-11-22") }
        func said(_ number: Int) throws -> String {
            let day = try log().makeDay(for: OperationRecordTests.header(number, at: time))
            return try #require(OperationLog.saying(number, isLastOf: day))
        }
        #expect(try log().lastNumber(as: said(3)) == 3)
        // It need not be so, but shows that nothing was listed.
        #expect(try log().lastNumber(as: said(7)) == 7)
        #expect(try log().lastNumber(as: said(2)) == 3, "there is one behind it")
        for wrong in ["", "3", "3 1 2 3 4", "-3", "x " + (try said(3)), "0" + (try said(3))] {
            #expect(try log().lastNumber(as: wrong) == 3)
        }
        let left = try said(7)
        try append(9, at: time)
        #expect(try log().lastNumber(as: left) == 9)
        try append(10, at: "2026-11-23T12:00:00.000Z")
        #expect(try log().lastNumber(as: said(9)) == 10, "a later day")
    }

    @Test func recordsAreNumberedAndReadFromTheNewestOn() throws {
        #expect(try OperationLog(readingIn: local) == nil)
        #expect(try log().lastNumber() == 0)
        for day in ["2026-11-20", "2026-11-20", "2026-11-22"] { try append(day) }
        #expect(try numbers() == [3, 2, 1])
        #expect(try log().record(2)?.number == 2)
        #expect(try log().record(4)?.number == nil)
        #expect(temporary.bytes(at: "operations/2026-11-22/00000003") != nil)
    }

    @Test func theOrderIsKeptWhenTheClockGoesBack() throws {
        for day in ["2026-11-22", "2025-01-01", "2026-11-21", "2026-11-23", "1999-01-01"] { try append(day) }
        #expect(try numbers() == [5, 4, 3, 2, 1])
        #expect(try log().lastNumber() == 5)
        #expect(temporary.mode(of: "operations/2025-01-01") == nil)
    }

    @Test func theVisitEndsWhenToldTo() throws {
        for _ in 0..<3 { try append("2026-11-22") }
        var visited = 0
        try log().eachFromNewest { _ in
            visited += 1
            return visited < 2
        }
        #expect(visited == 2)
    }

    @Test func recordsGoAfterNinetyDays() throws {
        for day in ["2026-01-01", "2026-01-02", "2026-04-02"] { try append(day) }
        #expect(try numbers() == [3, 2])
        #expect(temporary.mode(of: "operations/2026-01-01") == nil)
    }

    @Test func theOldestGoWhenTheyAreTooLarge() throws {
        let size = try OperationRecordTests.bytes(1).count
        for _ in 0..<4 { try append("2026-11-20") }
        try append("2026-11-21", keeping: size * 5 / 2)
        #expect(try numbers() == [5, 4])
        try append("2026-11-22", keeping: 1)
        #expect(try numbers() == [6])
        #expect(try log().lastNumber() == 6)
    }

    @Test func aDamagedRecordIsSaidToBe() throws {
        for _ in 0..<2 { try append("2026-11-22") }
        let bytes = try #require(temporary.bytes(at: "operations/2026-11-22/00000002"))
        try temporary.write(Array(bytes[..<40]), at: "operations/2026-11-22/00000002")
        #expect(try numbers() == [-2, 1])
        #expect(try log().record(2)?.number == nil)
        #expect(try log().lastNumber() == 2)
        temporary.remove("operations/2026-11-22/00000002")
        temporary.makeLink("operations/2026-11-22/00000002", to: "/etc/passwd")
        #expect(try numbers() == [-2, 1])
    }

    /// Looking through the whole log takes its time.
    @Test func whatIsTooOldGoesOnceADayAlsoAfterAClockThatWasAhead() throws {
        for day in ["2026-11-20", "2099-01-01"] { try append(day) }
        for _ in 0..<3 { try append("2026-11-22", keeping: 1) }
        #expect(try numbers() == [5, 4, 3, 2])
    }

    @Test func noRecordTakesThePlaceOfAnother() throws {
        try append("2026-11-22")
        try local.create("new").write(OperationRecordTests.bytes(1))
        let day = try log().makeDay(for: OperationRecordTests.header(1))
        #expect(try !log().append(1, to: day, from: "new", in: local))
        #expect(temporary.bytes(at: "new") != nil)
    }

    @Test func otherFilesAreNoRecords() throws {
        try append("2026-11-22")
        for name in ["2026-11-22/notes", "notes/00000009", "file"] {
            try temporary.write("x", at: "operations/\(name)")
        }
        #expect(try numbers() == [1])
        #expect(try log().lastNumber() == 1)
    }
}
