extension Engine {
    /// Records the branch and the commit that are checked out, as part of a change that has its event. What was
    /// recorded before is not repeated.
    package func link(_ session: inout Session, to checkout: GitCheckout) throws(SessionsError) {
        let found: [(kind: Link.Kind, target: String?)] = [
            (.branch, checkout.branch), (.commit, checkout.commit),
        ]
        let links = session.links
        _ = try edit(&session, needing: .change) { edit throws(SessionsError) in
            for (kind, target) in found {
                guard let target, !links.contains(where: { $0.kind == kind.rawValue && $0.target == target })
                else { continue }
                let link: JSON = [
                    "at": .string(now.rfc3339), "by": .string(user), "kind": .string(kind.rawValue),
                    "target": .string(target),
                ]
                try edit.store(link, at: JSONPointer("links", edit.newID(.link, in: "links")))
            }
        }
    }
}
