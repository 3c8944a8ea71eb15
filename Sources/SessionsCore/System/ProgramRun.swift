import CSystem

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A program at work, whose output is kept.
struct ProgramRun {
    /// How long it may take to end when it is told to, in milliseconds.
    private static let grace = 1000
    /// How often to look whether it has ended where the system does not say so, in milliseconds.
    private static let interval: Int32 = 50

    /// How many pieces of output are read before the clock is looked at again; more than a pipe holds.
    private static let mostPieces = 32

    private let child: pid_t
    private let keptBytes: Int
    private let interrupts: Int32
    /// Can be read from once the program has ended; -1 where the system has no such thing.
    private let ending: Int32
    private var outputEnd: Int32
    /// -1 once everything is written.
    private var inputEnd: Int32
    private var unwritten: ArraySlice<UInt8>
    private var printed: [UInt8] = []
    private var omittedBytes = 0

    init(_ program: CapturedProgram, interrupts: Int32) throws(IOFailure) {
        self.interrupts = interrupts
        keptBytes = program.keptBytes
        unwritten = program.input[...]
        var toChild: [Int32] = [-1, -1]
        var fromChild: [Int32] = [-1, -1]
        let name = program.words.first ?? ""
        guard csystem_pipe(&fromChild) == 0 else { throw IOFailure("start", name) }
        guard program.input.isEmpty || csystem_pipe(&toChild) == 0 else {
            let failure = IOFailure("start", name)
            for end in fromChild { System.close(end) }
            throw failure
        }
        let start = ChildStart(
            words: program.words, folder: program.folder, variables: program.variables,
            input: toChild[0], output: fromChild[1], error: program.keepsErrors ? fromChild[1] : -1,
            hasOwnSession: true)
        do throws(IOFailure) { child = try start.start() } catch {
            for end in toChild + fromChild { System.close(end) }
            throw error
        }
        System.close(toChild[0])
        System.close(fromChild[1])
        (inputEnd, outputEnd) = (toChild[1], fromChild[0])
        for end in [inputEnd, outputEnd] where end >= 0 { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        ending = csystem_open_end(child)
    }

    func close() {
        for end in [inputEnd, outputEnd, ending] { System.close(end) }
    }

    /// Moves what it reads and prints until it ends; nil where this process was interrupted.
    mutating func wait(until deadline: Int?) -> ProgramEnd? {
        while true {
            if let end = ProgramEnd.ofEnded(child) {
                readOutput()
                return end
            }
            let left = deadline.map { $0 - System.steadyMilliseconds() }
            if let left, left <= 0 {
                stop()
                return .timedOut
            }
            if awaitSomething(atMost: left, [ending, interrupts])[1] {
                stop()
                return nil
            }
        }
    }

    /// Ends the program and all that it started, whatever they do against it.
    private mutating func stop() {
        kill(-child, SIGTERM)
        let deadline = System.steadyMilliseconds() + Self.grace
        // The last of them is gone when nobody has the output open any more.
        var hasEnded = ending < 0
        while outputEnd >= 0 || !hasEnded {
            let left = deadline - System.steadyMilliseconds()
            if left <= 0 { break }
            if awaitSomething(atMost: left, [hasEnded ? -1 : ending])[0] { hasEnded = true }
        }
        // Before the program is waited for, so that its number is nobody else's yet.
        kill(-child, SIGKILL)
        _ = ProgramEnd(waitingFor: child)
    }

    /// Waits until there is something to move, one of these descriptors can be read from, or the time is up.
    ///
    /// - Returns: which of the descriptors can be read from.
    private mutating func awaitSomething(atMost left: Int?, _ descriptors: [Int32]) -> [Bool] {
        var polled = [
            pollfd(fd: outputEnd, events: Int16(POLLIN), revents: 0),
            pollfd(fd: inputEnd, events: Int16(POLLOUT), revents: 0),
        ]
        polled += descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        var timeout = left.map { Int32(clamping: $0) } ?? -1
        if ending < 0 {
            timeout = timeout < 0 ? Self.interval : min(timeout, Self.interval)
        }
        guard poll(&polled, nfds_t(polled.count), timeout) > 0 else {
            return descriptors.map { _ in false }
        }
        if polled[0].revents != 0 { readOutput() }
        if polled[1].revents != 0 { writeInput() }
        return polled.dropFirst(2).map { $0.revents != 0 }
    }

    /// Reads what there is, but not for ever where more comes than can be read.
    private mutating func readOutput() {
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        var round = 0
        while outputEnd >= 0, round < Self.mostPieces {
            round += 1
            let count = read(outputEnd, &piece, piece.count)
            if count > 0 {
                printed += piece[..<count]
                if printed.count > 2 * keptBytes { forget(printed.count - keptBytes) }
            } else if count == 0 || errno != EINTR {
                if count < 0, errno == EAGAIN { return }
                System.close(outputEnd)
                outputEnd = -1
            }
        }
    }

    private mutating func forget(_ count: Int) {
        printed.removeFirst(count)
        omittedBytes += count
    }

    /// Writes what is taken; a program that wants no more has had enough.
    private mutating func writeInput() {
        while inputEnd >= 0, !unwritten.isEmpty {
            let count = unwritten.withUnsafeBytes { write(inputEnd, $0.baseAddress, $0.count) }
            if count >= 0 {
                unwritten = unwritten.dropFirst(count)
            } else if errno == EAGAIN {
                return
            } else if errno != EINTR {
                unwritten = []
            }
        }
        System.close(inputEnd)
        inputEnd = -1
    }

    /// The last bytes printed, as text, and how many came before them.
    mutating func output(last count: Int) -> (text: String, omitted: Int) {
        if printed.count > count { forget(printed.count - count) }
        return (String(decoding: printed, as: UTF8.self), omittedBytes)
    }
}
