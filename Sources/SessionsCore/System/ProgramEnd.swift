#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// How a program ended.
package enum ProgramEnd: Equatable, Sendable {
    case exited(Int32)
    /// A signal ended it, of that number.
    case signalled(Int32)
    /// It was ended because it took too long.
    case timedOut

    /// Waits for a program that was started here.
    init(waitingFor child: pid_t) {
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        self.init(status: status)
    }

    fileprivate init(status: Int32) {
        let number = status & 0x7f
        self = number == 0 ? .exited(status >> 8 & 0xff) : .signalled(number)
    }

    /// Takes note of the end of a program, if it has ended.
    static func ofEnded(_ child: pid_t) -> ProgramEnd? {
        var status: Int32 = 0
        return waitpid(child, &status, WNOHANG) == child ? ProgramEnd(status: status) : nil
    }

    package var isSuccess: Bool { self == .exited(0) }
}

extension ProgramEnd: CustomStringConvertible {
    /// To follow the name of the program: `ended with 2`.
    package var description: String {
        switch self {
        case .exited(let status): "ended with \(status)"
        case .signalled(let number): "was ended by signal \(number)"
        case .timedOut: "ran out of time"
        }
    }
}
