import SessionsCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What a command finds around it: variables, clock, folder, standard input. Tests give it another one.
package struct Environment {
    /// The value of a variable, which may be empty; nil where it is not set.
    package var setVariable: (String) -> String?
    package var clock: () -> Instant
    package var zone: Zone
    /// Where the program stands; empty where that folder is gone.
    package var currentFolder: String
    package var readStandardInput: () throws(SessionsError) -> [UInt8]
    /// Whether a person types what comes in.
    package var isInputTerminal: () -> Bool
    /// The line that a person types; nil at the end of the input.
    package var readLine: () -> String?

    package init(
        variable: @escaping (String) -> String?, clock: @escaping () -> Instant, zone: Zone,
        currentFolder: String, readStandardInput: @escaping () throws(SessionsError) -> [UInt8],
        isInputTerminal: @escaping () -> Bool, readLine: @escaping () -> String? = { nil }
    ) {
        setVariable = variable
        self.clock = clock
        self.zone = zone
        self.currentFolder = currentFolder
        self.readStandardInput = readStandardInput
        self.isInputTerminal = isInputTerminal
        self.readLine = readLine
    }

    /// The value of a variable; nil where it is not set or empty.
    package func variable(_ name: String) -> String? {
        guard let value = setVariable(name), !value.isEmpty else { return nil }
        return value
    }

    /// The one this process runs in.
    package static func ofProcess() -> Environment {
        Environment(
            variable: { name in
                getenv(name).map { String(cString: $0) }
            },
            clock: System.now, zone: .local, currentFolder: System.currentFolder() ?? "",
            readStandardInput: { () throws(SessionsError) in try System.readStandardInput() },
            isInputTerminal: { isatty(0) == 1 }, readLine: { Swift.readLine() })
    }

    /// A folder below the person's home, or the one a variable of the XDG base directory specification names.
    func folder(_ variableName: String, default path: String) -> String? {
        if let folder = variable(variableName), folder.hasPrefix("/") { return folder + "/sessions" }
        return variable("HOME").map { $0 + path + "/sessions" }
    }

    var personalWorkspace: String? { folder("XDG_DATA_HOME", default: "/.local/share") }
    var configurationFolder: String? { folder("XDG_CONFIG_HOME", default: "/.config") }
}
