#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension System {
    /// Runs a body for 0 and up to a count, each at once on a thread of its own, the first on this one.
    ///
    /// - Returns: what they returned, in that order.
    static func inParallel<Value>(_ count: Int, _ body: @escaping @Sendable (Int) -> Value) -> [Value] {
        guard count > 1 else { return count == 1 ? [body(0)] : [] }
        let works = (0..<count).map { index in Work { body(index) } }
        var threads: [pthread_t] = []
        for work in works.dropFirst() {
            if let thread = work.start() { threads.append(thread) } else { work.run() }
        }
        works.first?.run()
        for thread in threads { pthread_join(thread, nil) }
        return works.compactMap(\.result)
    }

    /// Runs a body for the first and the second half of a range at once; for the whole where that is short.
    ///
    /// - Returns: what they returned, in that order.
    static func inHalves<Value>(
        _ range: Range<Int>, _ body: @escaping @Sendable (Range<Int>) -> Value
    ) -> [Value] {
        guard range.count >= 16 else { return [body(range)] }
        let middle = range.lowerBound + range.count / 2
        return inParallel(2) { part in
            body(part == 0 ? range.lowerBound..<middle : middle..<range.upperBound)
        }
    }
}

/// Something to be done on another thread. The result is looked at only when that has ended.
private final class Work<Value>: @unchecked Sendable {
    private let body: () -> Value
    private(set) var result: Value?

    init(_ body: @escaping () -> Value) {
        self.body = body
    }

    func run() {
        result = body()
    }

    /// Nil where there is no thread to be had.
    func start() -> pthread_t? {
        let runner = Runner(run)
        let argument = Unmanaged.passRetained(runner).toOpaque()
        #if canImport(Darwin)
            var thread: pthread_t?
            let failed =
                pthread_create(&thread, nil, { Runner.run($0) }, argument) != 0
        #else
            var thread = pthread_t()
            let failed = pthread_create(&thread, nil, { $0.flatMap { Runner.run($0) } }, argument) != 0
        #endif
        if failed { Unmanaged<Runner>.fromOpaque(argument).release() }
        return failed ? nil : thread
    }
}

/// What a thread is started with: C knows nothing of types.
private final class Runner {
    private let body: () -> Void

    init(_ body: @escaping () -> Void) {
        self.body = body
    }

    static func run(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        Unmanaged<Runner>.fromOpaque(argument).takeRetainedValue().body()
        return nil
    }
}
