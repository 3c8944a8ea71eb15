#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What reads bytes that anybody may have written.
enum FuzzTarget: String, CaseIterable {
    case json, session, times, query, operation, index, settings, csv, template, comment, editor, terminal
    case words

    /// Reads an input in every way there is, and ends the program where a promise is broken.
    func test(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        switch self {
        case .json: testJSON(bytes)
        case .session: testSession(bytes)
        case .times: testTimes(text)
        case .query: testQuery(text)
        case .operation: testOperation(bytes)
        case .index: testIndex(bytes)
        case .settings: testSettings(bytes)
        case .csv: testCSV(bytes)
        case .template: testTemplate(text)
        case .comment: testComment(text)
        case .editor: testEditor(text)
        case .terminal: testTerminal(text)
        case .words: testWords(text)
        }
    }
}

/// Ends the program where something does not hold, so that the fuzzer keeps the input.
func expect(_ holds: Bool, _ promise: @autoclosure () -> String) {
    if holds { return }
    let message = Array("broken: \(promise())\n".utf8)
    _ = write(2, message, message.count)
    abort()
}
