#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The fuzzer of the compiler's runtime: calls the function with ever new inputs, led by what it reaches.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// `fuzz TARGET [OPTIONS OF LIBFUZZER] [FOLDER…]`; without a target, their names.
@main
enum Fuzzer {
    /// What the fuzzer calls takes nothing along but what is global; it is set once, before that.
    nonisolated(unsafe) fileprivate static var target: FuzzTarget?

    static func main() {
        guard CommandLine.argc > 1 else {
            for target in FuzzTarget.allCases { print(target.rawValue) }
            return
        }
        let name = CommandLine.arguments[1]
        target = FuzzTarget(rawValue: name)
        expect(target != nil, "there is a target '\(name)'")
        // The target's own name goes, as the fuzzer knows nothing of it.
        var count = CommandLine.argc - 1
        var arguments = CommandLine.unsafeArgv + 1
        arguments[0] = CommandLine.unsafeArgv[0]
        exit(runFuzzer(&count, &arguments, testOneInput))
    }
}

/// Under the name by which the runtime's own `main`, which is linked too, would call it.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    Fuzzer.target?.test(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
