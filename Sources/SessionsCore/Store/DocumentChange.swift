/// What one operation changed in a document, path by path: enough to take it back.
struct DocumentChange: Equatable, Sendable {
    enum Step: Equatable, Sendable {
        /// What stood at a path and what stands there now; nil is nothing.
        case value(JSONPointer, from: JSON?, to: JSON?)
        /// What went out of a set and came into it.
        case set(JSONPointer, removed: [JSON], added: [JSON])

        var pointer: JSONPointer {
            switch self {
            case .value(let pointer, _, _), .set(let pointer, _, _): pointer
            }
        }
    }

    var steps: [Step] = []

    init(steps: [Step]) {
        self.steps = steps
    }

    /// The steps from one document to another. Objects are compared member by member, arrays as sets.
    init(from old: JSONObject, to new: JSONObject) {
        collect(JSONPointer(), old, new)
    }

    private mutating func collect(_ path: JSONPointer, _ old: JSONObject, _ new: JSONObject) {
        for (key, value) in old {
            let here = path.appending(key)
            switch (value, new[key]) {
            case (let a, let b?) where a == b: continue
            case (.object(let a), .object(let b)?): collect(here, a, b)
            case (.array(let a), .array(let b)?):
                steps.append(
                    .set(here, removed: a.filter { !b.contains($0) }, added: b.filter { !a.contains($0) }))
            case (_, let b): steps.append(.value(here, from: value, to: b))
            }
        }
        for (key, value) in new where old[key] == nil {
            steps.append(.value(path.appending(key), from: nil, to: value))
        }
    }

    /// Takes every step back.
    ///
    /// - Throws: the path of the first that cannot be, because something else stands there by now.
    func revert(in document: inout JSONObject) throws(Conflict) {
        for step in steps.reversed() {
            switch step {
            case .value(let pointer, let from, let to):
                guard document[pointer] == to, document.set(from, at: pointer) else {
                    throw Conflict(pointer: pointer)
                }
            case .set(let pointer, let removed, let added):
                var members = document[pointer]?.arrayValue ?? []
                guard added.allSatisfy(members.contains), !removed.contains(where: members.contains) else {
                    throw Conflict(pointer: pointer)
                }
                members = members.filter { !added.contains($0) } + removed
                guard document.set(DocumentChange.sorted(members), at: pointer) else {
                    throw Conflict(pointer: pointer)
                }
            }
        }
    }

    struct Conflict: Error, Equatable {
        let pointer: JSONPointer
    }

    /// The steps that are not about the session's history.
    var withoutEvents: DocumentChange {
        DocumentChange(steps: steps.filter { $0.pointer.components.first != "events" })
    }

    private static func sorted(_ members: [JSON]) -> JSON? {
        guard !members.isEmpty else { return nil }
        let texts = members.compactMap(\.stringValue)
        return .array(texts.count == members.count ? SessionRules.sortedSet(texts).map(JSON.string) : members)
    }
}

extension DocumentChange {
    var json: JSON {
        .array(
            steps.map { step in
                switch step {
                case .value(let pointer, let from, let to):
                    var object: JSONObject = ["path": .string(pointer.description)]
                    object["from"] = from
                    object["to"] = to
                    return .object(object)
                case .set(let pointer, let removed, let added):
                    return [
                        "path": .string(pointer.description), "removed": .array(removed),
                        "added": .array(added),
                    ]
                }
            })
    }

    init?(_ json: JSON) {
        for step in json.arrayValue ?? [] {
            guard let object = step.objectValue, let path = object["path"]?.stringValue,
                let pointer = JSONPointer(parsing: path)
            else { return nil }
            if let removed = object["removed"]?.arrayValue, let added = object["added"]?.arrayValue {
                steps.append(.set(pointer, removed: removed, added: added))
            } else {
                steps.append(.value(pointer, from: object["from"], to: object["to"]))
            }
        }
    }
}
