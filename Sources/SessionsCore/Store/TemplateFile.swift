/// The file of a template: reading, checking and writing it.
package enum TemplateFile {
    static let folderName = "templates"
    private static let ending = ".json"

    static func name(of template: String) -> String { template + ending }

    /// The template of a file; nil for a file that cannot be one.
    static func template(ofFile name: String) -> String? {
        guard name.hasSuffix(ending) else { return nil }
        let template = String(name.dropLast(ending.utf8.count))
        return TemplateName.isTemplate(template) ? template : nil
    }

    static func path(of template: String) -> WorkspacePath {
        WorkspacePath([folderName, name(of: template)])
    }

    /// Reads a template.
    ///
    /// - Parameter path: what messages call the file.
    /// - Throws: `damaged`, saying where and what was expected; `newerSchema`.
    static func parse(
        _ bytes: [UInt8], named name: String, of origin: Template.Origin, path: String
    ) throws(SessionsError) -> Template {
        do throws(Fault) {
            return try read(bytes, named: name, of: origin)
        } catch {
            switch error {
            case .newer(let schema): throw .newerSchema(path: path, schema: schema, action: "use")
            case .wrong(let problem): throw .damaged(path: path, problem: problem.description)
            }
        }
    }

    /// A template of what a command line says.
    ///
    /// - Throws: `notTemplate`; `invalid` for a name that is none.
    package static func template(
        _ document: JSONObject, named name: String, of origin: Template.Origin
    ) throws(SessionsError) -> Template {
        let name = try TemplateName.check(name)
        do { return try Template(document, name: name, origin: origin) } catch {
            throw .notTemplate(name: name, problem: "expected \(error.expected) at \(error.pointer)")
        }
    }

    /// Refuses to write where something else stands than what was read before.
    ///
    /// - Parameters:
    ///   - current: what the file holds; nil where there is none.
    ///   - old: what it held; nil where a new one is to be made.
    package static func requireUnchanged(
        _ current: [UInt8]?, since old: [UInt8]?, of name: String
    ) throws(SessionsError) {
        guard current != old else { return }
        throw .refused(
            action: old == nil ? "make the template" : "change the template", subject: name,
            reason: old == nil
                ? "it is there already"
                : current == nil ? "it is gone by now" : "somebody changed it meanwhile",
            way: old == nil
                ? "change it with 'sessions template edit \(name)'" : "see 'sessions template show \(name)'")
    }

    /// Refuses to put something else in place of what only a later version understands.
    ///
    /// - Throws: `newerSchema`.
    package static func requireKnownSchema(_ bytes: [UInt8], path: String?) throws(SessionsError) {
        let document = (try? JSON(parsing: bytes))?.objectValue
        if let schema = document?["schema"]?.intValue, schema > Template.schema {
            throw .newerSchema(path: path ?? "", schema: schema)
        }
    }

    /// Reads what a person wrote to be a template.
    ///
    /// - Throws: `notTemplate`, saying where and what was expected; `invalid` for a name that is none.
    package static func parse(
        typed text: String, named name: String, of origin: Template.Origin
    ) throws(SessionsError) -> Template {
        let name = try TemplateName.check(name)
        do throws(Fault) {
            return try read(Array(text.utf8), named: name, of: origin)
        } catch {
            switch error {
            case .newer(let schema):
                throw .notTemplate(name: name, problem: "schema \(schema) is newer than \(Template.schema)")
            case .wrong(let problem): throw .notTemplate(name: name, problem: problem.description)
            }
        }
    }

    /// Why bytes are no template that this program knows.
    enum Fault: Error {
        case wrong(TextProblem)
        case newer(Int)
    }

    static func read(
        _ bytes: [UInt8], named name: String, of origin: Template.Origin
    ) throws(Fault) -> Template {
        let json: JSON
        do { json = try JSON(parsing: bytes) } catch { throw .wrong(TextProblem(error)) }
        guard let document = json.objectValue else {
            let problem = SessionChecker.Problem(pointer: JSONPointer(), expected: "an object")
            throw .wrong(TextProblem(problem, in: bytes))
        }
        if let schema = document["schema"]?.intValue, schema > Template.schema { throw .newer(schema) }
        do { return try Template(document, name: name, origin: origin) } catch {
            throw .wrong(TextProblem(error, in: bytes))
        }
    }

    /// The bytes a template is stored as: its lists are sets, and sorted.
    ///
    /// - Throws: `limit`, where they are more than would be read again.
    package static func bytes(of template: Template) throws(SessionsError) -> [UInt8] {
        var document = template.document
        sort(&document, at: JSONPointer("tags"))
        for field in template.fields { sort(&document, at: JSONPointer("fields", field.name, "choices")) }
        let bytes = JSON.object(document).bytes(.file)
        guard bytes.count <= Limits.settings else {
            throw .limit(
                what: "the template '\(template.name)', \(bytes.count) bytes,",
                limit: "\(Limits.settings) bytes")
        }
        return bytes
    }

    private static func sort(_ document: inout JSONObject, at pointer: JSONPointer) {
        guard let texts = document[pointer]?.arrayValue?.compactMap(\.stringValue) else { return }
        _ = document.set(.array(SessionRules.sortedSet(texts).map(JSON.string)), at: pointer)
    }
}
