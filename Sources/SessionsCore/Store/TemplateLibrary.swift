/// The templates that can be named: those of a workspace, one's own, and those that are built in.
package struct TemplateLibrary {
    /// A template, or what keeps it from being read.
    package struct Entry {
        package let name: String
        package let origin: Template.Origin
        /// Its file; nil where it is built in.
        package let path: String?
        /// Whether another one of that name goes before it.
        package let isShadowed: Bool
        package let content: Result<Template, SessionsError>
    }

    private let workspace: Workspace
    /// The person's, below which one's own are; nil where there is no such place.
    private let configurationFolder: String?

    /// - Parameter configurationFolder: of the person, which need not be there.
    package init(workspace: Workspace, configurationFolder: String?) {
        self.workspace = workspace
        self.configurationFolder = configurationFolder
    }

    private var personalFolder: String? { configurationFolder.map { $0 + "/" + TemplateFile.folderName } }

    /// The template of that name that goes before all others.
    ///
    /// - Throws: `templateNotFound` with the names there are; `damaged`: one that cannot be read still goes before
    ///   the others, which are not what was meant.
    package func template(named name: String) throws(SessionsError) -> Template {
        guard let template = try template(named: name, of: origin(of: name)) else {
            throw .templateNotFound(name: name, known: [])
        }
        return template
    }

    /// The template of that name in one place; nil where there is none.
    package func template(
        named name: String, of origin: Template.Origin
    ) throws(SessionsError) -> Template? {
        if origin == .builtIn { return Template.builtIn.first { $0.name == name } }
        guard let bytes = try file(named: name, of: origin), let path = path(of: name, origin) else {
            return nil
        }
        return try TemplateFile.parse(bytes, named: name, of: origin, path: path)
    }

    /// The place of the template of that name that goes before all others, whether or not it can be read.
    ///
    /// - Throws: `templateNotFound`.
    package func origin(of name: String) throws(SessionsError) -> Template.Origin {
        if TemplateName.isTemplate(name) {
            for origin in Template.Origin.allCases {
                let isThere =
                    try origin == .builtIn
                    ? Template.builtIn.contains { $0.name == name } : file(named: name, of: origin) != nil
                if isThere { return origin }
            }
        }
        throw .templateNotFound(name: name, known: (try? names()) ?? Template.builtIn.map(\.name))
    }

    /// The bytes of a template's file; nil where there is none.
    package func file(named name: String, of origin: Template.Origin) throws(SessionsError) -> [UInt8]? {
        let name = try TemplateName.check(name)
        switch origin {
        case .builtIn: return nil
        case .workspace:
            return try workspace.content(at: TemplateFile.path(of: name), limit: Limits.settings)?.bytes
        case .personal:
            guard let path = path(of: name, origin) else { return nil }
            return try PersonalFile.read(path)
        }
    }

    /// All names, in order, each once.
    package func names() throws(SessionsError) -> [String] {
        var names: [String] = []
        for origin in Template.Origin.allCases { names += try self.names(of: origin) }
        return SessionRules.sortedSet(names)
    }

    /// All there are by name, what goes before the others first.
    package func entries() throws(SessionsError) -> [Entry] {
        var entries: [Entry] = []
        for origin in Template.Origin.allCases {
            let before = entries.map(\.name)
            for name in try names(of: origin) {
                let content: Result<Template, SessionsError>
                do throws(SessionsError) {
                    guard let template = try template(named: name, of: origin) else { continue }
                    content = .success(template)
                } catch {
                    content = .failure(error)
                }
                entries.append(
                    Entry(
                        name: name, origin: origin, path: path(of: name, origin),
                        isShadowed: before.contains(name), content: content))
            }
        }
        let ranks = Template.Origin.allCases
        return entries.sorted { a, b in
            a.name == b.name
                ? (ranks.firstIndex(of: a.origin) ?? 0) < (ranks.firstIndex(of: b.origin) ?? 0)
                : a.name < b.name
        }
    }

    /// The file of a template, there or not; nil where it has none.
    package func path(of name: String, _ origin: Template.Origin) -> String? {
        switch origin {
        case .builtIn: nil
        case .workspace: "\(workspace.path)/\(TemplateFile.path(of: name))"
        case .personal: personalFolder.map { $0 + "/" + TemplateFile.name(of: name) }
        }
    }

    /// The names of those in one place, in order.
    package func names(of origin: Template.Origin) throws(SessionsError) -> [String] {
        let files: [String]
        switch origin {
        case .builtIn: return Template.builtIn.map(\.name)
        case .workspace:
            files = try SessionsError.reading { () throws(IOFailure) in
                try workspace.folder(at: [TemplateFile.folderName])?.names() ?? []
            }
        case .personal:
            guard let personalFolder else { return [] }
            do throws(IOFailure) { files = try Folder(opening: personalFolder).names() } catch {
                if error.isNotThere { return [] }
                throw .io(error)
            }
        }
        return files.compactMap(TemplateFile.template(ofFile:)).sorted()
    }

    // MARK: One's own

    /// Writes one's own template. What this program does not know in it stays.
    ///
    /// - Parameter old: the file as it was read; nil where there is to be none yet.
    /// - Returns: whether there is anything to change.
    /// - Throws: `noHome`; `refused`, where something else stands there by now.
    package func store(
        _ template: Template, replacing old: [UInt8]?, isDryRun: Bool
    ) throws(SessionsError) -> Bool {
        guard let configurationFolder, let personalFolder else { throw .noHome }
        let new = try TemplateFile.bytes(of: template)
        if isDryRun {
            let current = try file(named: template.name, of: .personal)
            try TemplateFile.requireUnchanged(current, since: old, of: template.name)
            return current != new
        }
        // As private as with the settings in it.
        _ = try SessionsError.wrap { () throws(IOFailure) in
            try Folder.makePath(configurationFolder, mode: 0o700)
        }
        let name = TemplateFile.name(of: template.name)
        return try PersonalFile.change(in: personalFolder, named: name) { bytes throws(SessionsError) in
            try TemplateFile.requireUnchanged(bytes, since: old, of: template.name)
            defer { bytes = new }
            return bytes != new
        }
    }

    /// Removes one's own template, for good.
    package func remove(named name: String) throws(SessionsError) {
        guard let personalFolder else { throw .noHome }
        let name = try TemplateName.check(name)
        try PersonalFile.change(in: personalFolder, named: TemplateFile.name(of: name)) { bytes in
            bytes = nil
        }
    }
}
