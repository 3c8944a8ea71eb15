#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A system call on a file that failed: what was tried, on which path, and the error number.
package struct IOFailure: Error, Equatable, Sendable {
    /// What could not be done, as the words after "cannot": `read`, `write`, `make the folder`.
    package let action: String
    package let path: String
    package let number: Int32
    /// Said instead of the system's words, where those would mislead.
    package let explanation: String?

    /// The failure of the call just made.
    init(_ action: String, _ path: String, number: Int32 = errno, explanation: String? = nil) {
        self.action = action
        self.path = path
        self.number = number
        self.explanation = explanation
    }

    package var reason: String { explanation ?? System.text(ofError: number) }

    var isNotThere: Bool { number == ENOENT }
    var alreadyExists: Bool { number == EEXIST }
    var isReadOnly: Bool { number == EROFS || number == EACCES || number == EPERM }
}
