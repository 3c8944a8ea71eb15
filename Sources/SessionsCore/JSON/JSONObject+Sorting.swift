extension JSONObject.Member {
    /// Sorts members by the bytes of their keys; false if two keys are equal. O(n) if they are in order
    /// already.
    static func sort(_ members: UnsafeMutableBufferPointer<Self>) -> Bool {
        guard members.count > 1, let first = members.baseAddress else { return true }
        var sorted = 1
        while sorted < members.count, first.isMember(sorted - 1, before: sorted) { sorted += 1 }
        if sorted == members.count { return true }
        if members.count > 32 {
            var members = members
            members.sort { $0.key < $1.key }
        } else {
            // Few members are soonest sorted by moving each to its place.
            for index in sorted..<members.count {
                var place = index
                while place > 0, first.isMember(index, before: place - 1) { place -= 1 }
                if place == index { continue }
                let member = (first + index).move()
                (first + place + 1).moveInitialize(from: first + place, count: index - place)
                (first + place).initialize(to: member)
            }
        }
        for index in 1..<members.count where !first.isMember(index - 1, before: index) { return false }
        return true
    }
}

extension UnsafeMutablePointer<JSONObject.Member> {
    /// Whether one key is below another; reads no more than their heads where these differ.
    @inline(__always)
    fileprivate func isMember(_ left: Int, before right: Int) -> Bool {
        let (leftHead, rightHead) = (self[left].key.head, self[right].key.head)
        if leftHead != rightHead { return leftHead < rightHead }
        return JSONKey.order(ofTails: self[left].key, self[right].key) < 0
    }
}
