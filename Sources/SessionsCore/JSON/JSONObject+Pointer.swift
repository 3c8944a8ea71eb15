extension JSONObject {
    /// What the pointer leads to, nil where there is nothing. Only objects are entered: an array is a whole.
    package subscript(pointer: JSONPointer) -> JSON? {
        var value = JSON.object(self)
        for component in pointer.components {
            guard case .object(let object) = value, let next = object[component] else { return nil }
            value = next
        }
        return value
    }

    /// Sets what the pointer leads to; missing objects on the way are made. Nil removes it, and with it the
    /// objects on the way that this leaves empty, but never the root. Removing what is not there is no
    /// failure.
    ///
    /// Returns false, and changes nothing, if something that is not an object is in the way (or is to
    /// become the root), or the pointer has more than `JSONLimits.deepest` components.
    package mutating func set(_ value: JSON?, at pointer: JSONPointer) -> Bool {
        guard pointer.components.count <= JSONLimits.deepest else { return false }
        return set(value, along: pointer.components[...])
    }

    private mutating func set(_ value: JSON?, along path: ArraySlice<String>) -> Bool {
        guard let key = path.first else {
            guard case .object(let root) = value else { return false }
            self = root
            return true
        }
        let rest = path.dropFirst()
        if rest.isEmpty {
            self[key] = value
            return true
        }
        let (index, isThere) = position(of: JSONKey(key))
        guard isThere else {
            guard value != nil else { return true }
            var made = JSONObject()
            let isSet = made.set(value, along: rest)
            members.insert(Member(key: JSONKey(key), value: .object(made)), at: index)
            return isSet
        }
        guard case .object(var inner) = members[index].value else { return false }
        members[index].value = .null
        let wasEmpty = inner.isEmpty
        let isSet = inner.set(value, along: rest)
        if inner.isEmpty && !wasEmpty {
            members.remove(at: index)
        } else {
            members[index].value = .object(inner)
        }
        return isSet
    }
}
