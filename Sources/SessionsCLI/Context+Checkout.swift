import SessionsCore

extension Context {
    /// Records in a session which branch and commit are checked out where the person stands, if anything is.
    func linkCheckout(to session: inout Session, _ engine: Engine) throws(SessionsError) {
        if let checkout = GitCheckout(around: currentFolder) { try engine.link(&session, to: checkout) }
    }
}
