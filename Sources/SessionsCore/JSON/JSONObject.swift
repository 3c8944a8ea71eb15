/// The members of a JSON object, always sorted by the bytes of their keys and without two equal keys.
///
/// Kept in one array: looking a key up takes O(log n) comparisons of a number each, adding one moves those
/// behind it. Changes are made in place while the object is not shared.
package struct JSONObject: Sendable {
    struct Member: Equatable, Sendable {
        let key: JSONKey
        var value: JSON
    }

    var members: [Member] = []

    /// An object without members, `{}`.
    package init() {}

    /// `members` must be sorted and without equal keys.
    init(sorted members: [Member]) {
        self.members = members
    }

    /// Any order; of equal keys the last holds. O(n log n).
    package init(_ pairs: some Sequence<(String, JSON)>) {
        var sorted = pairs.map { Member(key: JSONKey($0.0), value: $0.1) }
        sorted.sort { $0.key < $1.key }
        members.reserveCapacity(sorted.count)
        for member in sorted {
            if let last = members.last, last.key == member.key { members.removeLast() }
            members.append(member)
        }
    }

    /// How many members there are. O(1).
    package var count: Int { members.count }
    /// Whether there is no member.
    package var isEmpty: Bool { members.isEmpty }

    /// All keys in order. O(n).
    package var keys: [String] { members.map { $0.key.text } }

    /// The value of a key, nil where there is none; setting nil removes the member.
    package subscript(key: String) -> JSON? {
        get {
            let (index, isThere) = position(of: JSONKey(key))
            return isThere ? members[index].value : nil
        }
        _modify {
            let key = JSONKey(key)
            let (index, isThere) = position(of: key)
            var value: JSON?
            if isThere {
                // Taken out, so that what it holds is not shared while the caller changes it.
                value = members[index].value
                members[index].value = .null
            }
            defer {
                switch (value, isThere) {
                case (let value?, true): members[index].value = value
                case (let value?, false): members.insert(Member(key: key, value: value), at: index)
                case (nil, true): members.remove(at: index)
                case (nil, false): break
                }
            }
            yield &value
        }
    }

    /// Where the key stands, or where it belongs.
    func position(of key: JSONKey) -> (index: Int, isThere: Bool) {
        members.withUnsafeBufferPointer { members in
            var low = 0
            var high = members.count
            while low < high {
                let middle = (low + high) / 2
                let head = members[middle].key.head
                if head == key.head {
                    let order = JSONKey.order(ofTails: members[middle].key, key)
                    if order == 0 { return (middle, true) }
                    if order < 0 { low = middle + 1 } else { high = middle }
                } else if head < key.head {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            return (low, false)
        }
    }
}

extension JSONObject: Equatable {}

extension JSONObject: Sequence {
    /// Visits the members in the order of their keys.
    package struct Iterator: IteratorProtocol {
        fileprivate var members: IndexingIterator<[Member]>

        package mutating func next() -> (key: String, value: JSON)? {
            guard let member = members.next() else { return nil }
            return (member.key.text, member.value)
        }
    }

    package var underestimatedCount: Int { members.count }

    package func makeIterator() -> Iterator {
        Iterator(members: members.makeIterator())
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// Of equal keys the last holds.
    package init(dictionaryLiteral elements: (String, JSON)...) {
        self.init(elements)
    }
}
