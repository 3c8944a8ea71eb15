import CSystem

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// How another program is started: its words, where it stands, what it finds around it.
struct ChildStart {
    /// The program, looked for in `PATH`, and its arguments: no shell reads them.
    var words: [String]
    /// Nil for the folder of this process.
    var folder: String?
    /// Variables beside those of this process; they go before its own of the same name.
    var variables: [(name: String, value: String)] = []
    /// Descriptors; -1 for nothing.
    var input: Int32 = -1
    var output: Int32 = -1
    var error: Int32 = -1
    /// Whether it is kept from the terminal, and is ended along with what it starts.
    var hasOwnSession = false

    /// Starts it.
    ///
    /// - Returns: the id of the process, which is to be waited for.
    func start() throws(IOFailure) -> pid_t {
        let name = words.first ?? ""
        // The system would take what comes before the zero for the whole.
        let texts = words + variables.flatMap { [$0.name, $0.value] }
        guard !texts.contains(where: { $0.utf8.contains(0) }) else {
            throw IOFailure("start", name, number: EINVAL, explanation: "there is a zero byte in its words")
        }
        let words = Self.list(words)
        let environment = Self.list(environment)
        defer { for text in words + environment { free(text) } }
        var child: pid_t = 0
        let number = csystem_spawn(
            &child, words, environment, folder, input, output, error, hasOwnSession ? 1 : 0)
        guard number == 0 else { throw IOFailure("start", name, number: number) }
        return child
    }

    private var environment: [String] {
        var entries = variables.map { "\($0.name)=\($0.value)" }
        var index = 0
        while let entry = environ[index] {
            let text = String(cString: entry)
            if !variables.contains(where: { text.hasPrefix($0.name + "=") }) { entries.append(text) }
            index += 1
        }
        return entries
    }

    private static func list(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
        texts.map { strdup($0) } + [nil]
    }
}
