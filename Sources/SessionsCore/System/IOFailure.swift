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
    /// Said instead of the system's words, where those would mislead: something else stands where a plain file
    /// or a folder should, or it is too large.
    package let explanation: String?

    /// The failure of the call just made.
    init(_ action: String, _ path: String, number: Int32 = errno, explanation: String? = nil) {
        self.action = action
        self.path = path
        self.number = number
        self.explanation = explanation
    }

    /// Larger than this program reads.
    static func tooLarge(_ action: String, _ path: String, limit: Int) -> IOFailure {
        IOFailure(
            action, path, number: EFBIG, explanation: "it is larger than the limit of \(limit) bytes")
    }

    /// Something else lies where a new file was to be.
    static func taken(_ path: String) -> IOFailure {
        IOFailure("write", path, number: EEXIST, explanation: "another program has put something there")
    }

    /// The record of an operation was read back, and is something else.
    static func damagedRecord(_ path: String) -> IOFailure {
        IOFailure("read", path, number: EIO, explanation: "it is not what was written")
    }

    package var reason: String { explanation ?? System.text(ofError: number) }

    var isTooLarge: Bool { number == EFBIG }
    var isNotThere: Bool { number == ENOENT }
    var isReadOnly: Bool { number == EROFS || number == EACCES || number == EPERM }
}
