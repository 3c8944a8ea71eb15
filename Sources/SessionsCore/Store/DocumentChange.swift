/// What one operation changed in a document, path by path: enough to take it back.
struct DocumentChange: Equatable, Sendable {
    enum Step: Equatable, Sendable {
        /// What stood at a path and what stands there now; nil is nothing.
        case value(JSONPointer, from: JSON?, to: JSON?)
        /// What went out of a sorted set of texts and what came into it.
        case set(JSONPointer, removed: [String], added: [String])

        var pointer: JSONPointer {
            switch self {
            case .value(let pointer, _, _), .set(let pointer, _, _): pointer
            }
        }
    }

    /// Something else stands at a path by now.
    struct Conflict: Error, Equatable {
        let pointer: JSONPointer
    }

    var steps: [Step] = []

    init(steps: [Step]) {
        self.steps = steps
    }

    /// The steps from one document to another.
    ///
    /// Objects are compared member by member and sets of texts as sets, one that is not there as an empty one:
    /// who takes the first comment of a session back leaves the second one alone. Everything else is a whole,
    /// and so is an object known by an id that comes or goes.
    init(from old: JSONObject, to new: JSONObject) {
        collect(JSONPointer(), old, new)
    }

    /// The steps that are not about the session's history.
    var withoutEvents: DocumentChange {
        DocumentChange(steps: steps.filter { $0.pointer.components.first != "events" })
    }

    /// Takes every step back.
    ///
    /// - Throws: the path of the first that cannot be, because something else stands there by now.
    func revert(in document: inout JSONObject) throws(Conflict) {
        for step in steps.reversed() {
            let conflict = Conflict(pointer: step.pointer)
            switch step {
            case .value(let pointer, let from, let to):
                guard document[pointer] == to, document.set(from, at: pointer) else { throw conflict }
            case .set(let pointer, let removed, let added):
                guard let members = DocumentChange.set(document[pointer]),
                    added.allSatisfy({ members.holds($0) }), !removed.contains(where: { members.holds($0) })
                else { throw conflict }
                let before = SessionRules.sortedSet(members.filter { !added.holds($0) } + removed)
                let value = before.isEmpty ? nil : JSON.array(before.map(JSON.string))
                guard document.set(value, at: pointer) else { throw conflict }
            }
        }
    }
}

extension DocumentChange {
    /// Both are in the order of their keys: they are gone through side by side.
    private mutating func collect(_ path: JSONPointer, _ old: JSONObject, _ new: JSONObject) {
        var added = new.members[...]
        for member in old.members {
            while let first = added.first, first.key < member.key {
                collect(path.appending(first.key.text), nil, first.value)
                added.removeFirst()
            }
            let isKept = added.first?.key == member.key
            let value = isKept ? added.removeFirst().value : nil
            if member.value != value { collect(path.appending(member.key.text), member.value, value) }
        }
        for member in added { collect(path.appending(member.key.text), nil, member.value) }
    }

    private mutating func collect(_ path: JSONPointer, _ old: JSON?, _ new: JSON?) {
        if let (old, new) = DocumentChange.objects(old, new, at: path) { return collect(path, old, new) }
        if let before = DocumentChange.set(old), let after = DocumentChange.set(new) {
            let (removed, added) = (before.filter { !after.holds($0) }, after.filter { !before.holds($0) })
            return steps.append(.set(path, removed: removed, added: added))
        }
        steps.append(.value(path, from: old, to: new))
    }

    /// Both sides as objects, where the members are to be compared. `{}` is a whole: taking members back
    /// one by one leaves nothing behind, not an empty object.
    private static func objects(
        _ old: JSON?, _ new: JSON?, at path: JSONPointer
    ) -> (old: JSONObject, new: JSONObject)? {
        let isElement = path.components.last.map(Identifier.isElement) ?? false
        switch (old, new) {
        case (.object(let old)?, .object(let new)?) where !old.isEmpty && !new.isEmpty: return (old, new)
        case (.object(let old)?, nil) where !old.isEmpty && !isElement: return (old, JSONObject())
        case (nil, .object(let new)?) where !new.isEmpty && !isElement: return (JSONObject(), new)
        default: return nil
        }
    }

    /// The members of a set: texts in order, each once. An empty array is none, but a missing one is.
    private static func set(_ json: JSON?) -> [String]? {
        guard let json else { return [] }
        guard let elements = json.arrayValue, !elements.isEmpty else { return nil }
        let texts = elements.compactMap(\.stringValue)
        guard texts.count == elements.count,
            zip(texts, texts.dropFirst()).allSatisfy({ $0.utf8.lexicographicallyPrecedes($1.utf8) })
        else { return nil }
        return texts
    }
}

extension DocumentChange {
    var json: JSON {
        .array(
            steps.map { step in
                var object: JSONObject = ["path": .string(step.pointer.description)]
                switch step {
                case .value(_, let from, let to):
                    object["from"] = from
                    object["to"] = to
                case .set(_, let removed, let added):
                    object["removed"] = .array(removed.map(JSON.string))
                    object["added"] = .array(added.map(JSON.string))
                }
                return .object(object)
            })
    }

    /// Nil for anything that `json` does not give.
    init?(_ json: JSON) {
        guard let elements = json.arrayValue else { return nil }
        for element in elements {
            guard let object = element.objectValue,
                let pointer = object["path"]?.stringValue.flatMap({ JSONPointer(parsing: $0) })
            else { return nil }
            if let removed = object["removed"]?.arrayValue, let added = object["added"]?.arrayValue {
                steps.append(
                    .set(
                        pointer, removed: removed.compactMap(\.stringValue),
                        added: added.compactMap(\.stringValue)))
            } else {
                steps.append(.value(pointer, from: object["from"], to: object["to"]))
            }
        }
    }
}

extension [String] {
    /// Whether one of them has the same bytes. Linear.
    fileprivate func holds(_ text: String) -> Bool { contains { $0.utf8.elementsEqual(text.utf8) } }
}
