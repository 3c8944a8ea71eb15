#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Why output could not be written. The first failure of an `Output` is final: it is thrown again by every
/// later write and flush, so that a caller who let one pass still learns of it at the end.
package enum OutputError: Error, Equatable {
    /// The reader has gone away (EPIPE), as `head` does. For a command that is success.
    case closedPipe
    /// `write(2)` failed with this `errno`, for example ENOSPC.
    case failed(Int32)

    /// What the system says of it, for people: `No space left on device`.
    package var reason: String {
        switch self {
        case .closedPipe: String(cString: strerror(EPIPE))
        case .failed(let code): String(cString: strerror(code))
        }
    }
}
