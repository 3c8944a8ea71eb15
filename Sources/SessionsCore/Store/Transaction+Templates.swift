extension Transaction {
    /// Has a template of the workspace written. Undo brings back what was there.
    ///
    /// - Parameter old: the file as it was read; nil where there is to be none yet.
    /// - Returns: whether there is anything to change.
    /// - Throws: `refused`, where something else stands there by now, or the person may not.
    package func put(
        _ template: Template, replacing old: [UInt8]?, _ engine: Engine
    ) throws(SessionsError) -> Bool {
        try engine.permit(.change, inWorkspaceTo: "change the template", template.name)
        let path = TemplateFile.path(of: template.name)
        let content = try workspace.content(at: path)
        try TemplateFile.requireUnchanged(content?.bytes, since: old, of: template.name)
        let bytes = try TemplateFile.bytes(of: template)
        guard content?.bytes != bytes else { return false }
        try put(bytes, at: path, replacing: content)
        return true
    }

    /// Has the file of a template of the workspace removed. Undo brings it back.
    ///
    /// - Parameter old: the file as it was read.
    /// - Throws: `refused`, as for writing.
    package func removeTemplate(
        named name: String, _ old: [UInt8], _ engine: Engine
    ) throws(SessionsError) {
        try engine.permit(.change, inWorkspaceTo: "remove the template", name)
        let path = TemplateFile.path(of: name)
        let content = try workspace.content(at: path)
        try TemplateFile.requireUnchanged(content?.bytes, since: old, of: name)
        try put(nil, at: path, replacing: content)
    }
}
