// swift-tools-version: 6.0
import PackageDescription

#if os(Linux)
    // One self-contained executable: nothing to install beside it, and the quickest start. What runs at every start
    // lies together in it, in the order of startup-order.txt (made by .ci/startup-order): few pages are touched.
    let startupOrder = Context.packageDirectory + "/Sources/sessions/startup-order.txt"
    let releaseSwiftFlags: [SwiftSetting] = [
        .unsafeFlags(["-static-stdlib", "-Xfrontend", "-function-sections"], .when(configuration: .release))
    ]
    let releaseLinkerFlags: [LinkerSetting] = [
        .unsafeFlags(
            [
                "-static-stdlib", "-static-executable", "-use-ld=lld", "-Xlinker", "-s",
                "-Xlinker", "--no-rosegment", "-Xlinker", "--no-warn-symbol-ordering",
                "-Xlinker", "--wrap=swift_copyAuxiliaryExecutablePath",
                "-Xlinker", "--symbol-ordering-file=\(startupOrder)",
            ], .when(configuration: .release))
    ]
    let releaseCFlags: [CSetting] = [.define("SESSIONS_STATIC", .when(configuration: .release))]
#else
    let releaseSwiftFlags: [SwiftSetting] = []
    let releaseLinkerFlags: [LinkerSetting] = []
    let releaseCFlags: [CSetting] = []
#endif

let package = Package(
    name: "sessions",
    platforms: [.macOS(.v13)],
    products: [.executable(name: "sessions", targets: ["sessions"])],
    targets: [
        .executableTarget(
            name: "sessions",
            dependencies: ["SessionsCLI"],
            exclude: ["startup-order.txt"],
            swiftSettings: releaseSwiftFlags,
            linkerSettings: releaseLinkerFlags
        ),
        .target(
            name: "SessionsCLI",
            dependencies: ["SessionsCore", "CommandKit", "Terminal"],
            swiftSettings: releaseSwiftFlags
        ),
        .target(name: "SessionsCore", dependencies: ["CSystem"], swiftSettings: releaseSwiftFlags),
        .target(name: "CSystem", cSettings: releaseCFlags),
        .target(name: "CommandKit", swiftSettings: releaseSwiftFlags),
        .target(name: "Terminal", swiftSettings: releaseSwiftFlags),
        .testTarget(name: "CommandKitTests", dependencies: ["CommandKit"]),
        .testTarget(name: "TerminalTests", dependencies: ["Terminal"]),
        .testTarget(name: "SessionsCoreTests", dependencies: ["SessionsCore"]),
        .testTarget(
            name: "SessionsCLITests",
            dependencies: ["SessionsCLI"],
            exclude: ["Transcripts", "Golden"]
        ),
    ],
    swiftLanguageModes: [.v6]
)

// Parsers under a fuzzer: Tests/Fuzz/run asks for it, and no other build knows of it.
if Context.environment["SESSIONS_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "fuzz", dependencies: ["SessionsCLI", "SessionsCore", "CommandKit", "Terminal"],
            path: "Tests/Fuzz/Targets"))
}
