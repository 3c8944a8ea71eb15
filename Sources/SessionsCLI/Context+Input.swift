import CommandKit
import SessionsCore

extension Context {
    /// Everything on standard input, which can be used for one thing only.
    func standardInput() throws -> [UInt8] {
        guard openOperation == nil else {
            throw UsageError(
                "standard input holds the batch", hint: "give ids and texts in the line itself",
                command: "sessions batch")
        }
        guard !hasReadStandardInput else {
            throw UsageError(
                "standard input is asked for twice", hint: "use '-' for one thing only",
                command: "sessions")
        }
        hasReadStandardInput = true
        return try environment.readStandardInput()
    }

    /// The first word of every line of standard input.
    func idsFromStandardInput() throws -> [String] {
        try Self.text(standardInput(), from: "-").split(whereSeparator: \.isNewline).compactMap { line in
            line.split(whereSeparator: \.isWhitespace).first.map(String.init)
        }
    }

    /// A text from options: what stands there, each its own paragraph, or what a file holds, `-` being standard
    /// input. Nil where there is neither.
    func text(_ paragraphs: [String], orFile file: String?) throws -> String? {
        guard let file else { return paragraphs.isEmpty ? nil : paragraphs.joined(by: "\n\n") }
        guard paragraphs.isEmpty else {
            throw UsageError("both -m and -F", hint: "give the text in one way", command: "sessions")
        }
        if file == "-" { return try Self.text(standardInput(), from: file) }
        let input: InputFile
        do throws(IOFailure) { input = try InputFile(opening: path(file)) } catch {
            throw SessionsError.io(error)
        }
        guard input.size <= Limits.text else {
            throw SessionsError.limit(what: "'\(file)', \(input.size) bytes,", limit: "\(Limits.text) bytes")
        }
        let bytes: [UInt8]
        do throws(IOFailure) { bytes = try input.readAll(limit: Limits.text) } catch {
            throw SessionsError.io(error)
        }
        return try Self.text(bytes, from: file)
    }

    private static func text(_ bytes: [UInt8], from file: String) throws(SessionsError) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let name = file == "-" ? "standard input" : file
            throw .invalid(what: "a text", value: name, expected: "UTF-8")
        }
        return text
    }
}
