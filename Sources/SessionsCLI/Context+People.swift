import SessionsCore

extension Context {
    func configuration() throws(SessionsError) -> UserConfiguration? {
        if let loadedConfiguration { return loadedConfiguration }
        guard let folder = environment.configurationFolder else { return nil }
        loadedConfiguration = try UserConfiguration(in: folder)
        return loadedConfiguration
    }

    func setConfiguration(_ value: String?, for key: UserConfiguration.Key) throws(SessionsError) {
        guard var configuration = try configuration() else { throw .noHome }
        try configuration.set(value, for: key)
        loadedConfiguration = configuration
    }

    /// Gives a command line a name, or with nil forgets it.
    func setCommandAlias(_ line: String?, named name: String) throws(SessionsError) {
        guard var configuration = try configuration() else { throw .noHome }
        try configuration.setCommandAlias(line, named: name)
        loadedConfiguration = configuration
    }

    /// Gives a query a name, or with nil forgets it.
    func setView(_ query: String?, named name: String) throws(SessionsError) {
        guard var configuration = try configuration() else { throw .noHome }
        try configuration.setView(query, named: name)
        loadedConfiguration = configuration
    }

    /// How long a clock runs before it is thought to be forgotten.
    func longestWatch() throws(SessionsError) -> TimeAmount {
        try configuration()?.longestWatch ?? Interval.longestWatch
    }

    /// Who asks: `SESSIONS_USER`, else the configuration, else the login name at this machine.
    func user() throws(SessionsError) -> String {
        if let person = try settledUser() { return person }
        return
            "\(environment.variable("LOGNAME") ?? environment.variable("USER") ?? "me")@\(System.hostName())"
    }

    /// Whether a person named in a file is the one who asks.
    func isMe() throws(SessionsError) -> (String) -> Bool {
        Identity(user: try user(), aliases: try configuration()?.aliases ?? []).isMe
    }

    /// Who writes: where that is not settled yet, git is asked, this once.
    func writer() throws(SessionsError) -> String {
        if let person = try settledUser() { return person }
        let asked = try System.output(of: "git", ["-C", currentFolder, "config", "user.email"])
        if let asked, let email = try? SessionRules.person(asked) { return email }
        return try user()
    }

    /// Keeps who wrote first, so that it is the same person in every folder. What was written stays, whether or
    /// not this can be kept.
    func settle(_ writer: String) {
        guard (try? settledUser()) == .some(nil), environment.configurationFolder != nil,
            (try? setConfiguration(writer, for: .email)) != nil
        else { return }
        note("you are \(writer); 'sessions config user.email ADDRESS' changes that")
    }

    private func settledUser() throws(SessionsError) -> String? {
        if let user = environment.variable("SESSIONS_USER") { return try SessionRules.person(user) }
        return try configuration()?[.email]
    }
}
