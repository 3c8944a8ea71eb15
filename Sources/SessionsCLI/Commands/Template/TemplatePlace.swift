import CommandKit
import SessionsCore

/// Which of two templates of one name is meant, or where a new one goes.
struct TemplatePlace {
    var isPersonal = false

    mutating func declare(_ arguments: inout Arguments) {
        arguments.flag(
            "--personal", &isPersonal, "Your own, for every workspace and nobody else, not the workspace's")
    }

    /// Where a new one goes.
    var origin: Template.Origin { isPersonal ? .personal : .workspace }

    /// Where one lies that is there.
    func origin(of name: String, _ library: TemplateLibrary) throws(SessionsError) -> Template.Origin {
        isPersonal ? .personal : try library.origin(of: name)
    }

    /// The file of one that can be changed.
    func file(
        of name: String, _ library: TemplateLibrary, to action: String
    ) throws(SessionsError) -> (origin: Template.Origin, bytes: [UInt8]) {
        let origin = try origin(of: name, library)
        guard let bytes = try library.file(named: name, of: origin) else {
            guard origin == .builtIn else {
                throw .templateNotFound(name: name, known: try library.names(of: .personal))
            }
            throw .refused(
                action: "\(action) the template", subject: name, reason: "it is built in",
                way: "one of that name goes before it: 'sessions template new \(name) --like \(name)'")
        }
        try TemplateFile.requireKnownSchema(bytes, path: library.path(of: name, origin))
        return (origin, bytes)
    }
}

extension Context {
    /// Writes a template where it belongs and prints it.
    ///
    /// - Parameters:
    ///   - old: the file as it was read; nil for a new one.
    ///   - verb: what is said of one that was written: `Made`.
    func keep(
        _ template: Template, replacing old: [UInt8]?, _ options: ChangeOptions, verb: String
    ) throws {
        let library = try templates()
        let hasChanged: Bool
        if template.origin == .personal {
            noteTestVariables()
            hasChanged = try library.store(template, replacing: old, isDryRun: options.isDryRun)
            hasWritten = hasChanged && !options.isDryRun
        } else {
            hasChanged = try transaction(isDryRun: options.isDryRun) { transaction, engine in
                try transaction.put(template, replacing: old, engine)
            }.value
        }
        try print(
            template, library.path(of: template.name, template.origin), hasChanged: hasChanged, options,
            verb: hasChanged ? verb : "Unchanged")
    }

    func print(
        _ template: Template, _ path: String?, hasChanged: Bool, _ options: ChangeOptions, verb: String
    ) throws {
        if isJSON {
            var output = template.output
            output["path"] = path.map(JSON.string)
            output["changed"] = .bool(hasChanged)
            if options.isDryRun { output["dryRun"] = true }
            return try print(.object(output))
        }
        if isQuiet { return try print(template.name) }
        let done = output.style.green((options.isDryRun ? "Dry run: " : "") + verb)
        try print("\(done) template \(output.style.yellow(template.name))")
        if let path { try print("      " + output.style.dim(path.visible)) }
    }
}
