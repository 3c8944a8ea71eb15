import SessionsCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What a command finds around it: variables, clock, folder, standard input. Tests give it another one.
package struct Environment {
    /// The value of a variable; nil where it is not set or empty.
    package var variable: (String) -> String?
    package var clock: () -> Instant
    package var zone: Zone
    package var currentFolder: String
    package var readStandardInput: () throws(SessionsError) -> [UInt8]

    package init(
        variable: @escaping (String) -> String?, clock: @escaping () -> Instant, zone: Zone,
        currentFolder: String, readStandardInput: @escaping () throws(SessionsError) -> [UInt8]
    ) {
        self.variable = variable
        self.clock = clock
        self.zone = zone
        self.currentFolder = currentFolder
        self.readStandardInput = readStandardInput
    }

    /// The one this process runs in.
    package static func ofProcess() -> Environment {
        Environment(
            variable: { name in
                guard let value = getenv(name), value.pointee != 0 else { return nil }
                return String(cString: value)
            },
            clock: System.now, zone: .local, currentFolder: System.currentFolder(),
            readStandardInput: { () throws(SessionsError) in try System.readStandardInput() })
    }

    /// A folder below the person's home, or the one a variable of the XDG base directory specification names.
    func folder(_ variableName: String, default path: String) -> String? {
        if let folder = variable(variableName), folder.hasPrefix("/") { return folder + "/sessions" }
        return variable("HOME").map { $0 + path + "/sessions" }
    }

    var personalWorkspace: String? { folder("XDG_DATA_HOME", default: "/.local/share") }
    var configurationFolder: String? { folder("XDG_CONFIG_HOME", default: "/.config") }
}
