/// What lies in `local/tmp` while nobody is at work.
struct StagedFiles {
    let names: [String]
    /// The operations among them whose record is whole.
    let numbersWithRecord: [Int]

    /// None where a process is at work, whose they are.
    static func found(in examination: Examination) throws(SessionsError) -> StagedFiles {
        guard let local = examination.folder("local"),
            let staging = examination.folder("local", StagingArea.folderName)
        else { return StagedFiles(names: [], numbersWithRecord: []) }
        return try SessionsError.wrap { () throws(IOFailure) in
            let names = try staging.names().sorted()
            guard !names.isEmpty, !FileLock.isHeld(in: local) else {
                return StagedFiles(names: [], numbersWithRecord: [])
            }
            let log = try OperationLog(readingIn: local)
            var recorded: [Int] = []
            for number in Set(names.compactMap(StagingArea.operation(ofFileName:))).sorted()
            where try log?.record(number) != nil {
                recorded.append(number)
            }
            return StagedFiles(names: names, numbersWithRecord: recorded)
        }
    }
}
