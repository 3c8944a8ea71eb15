// swift-tools-version: 6.0
import PackageDescription

#if os(Linux)
    // One self-contained executable: nothing to install beside it, and the quickest start.
    let releaseSwiftFlags: [SwiftSetting] = [.unsafeFlags(["-static-stdlib"], .when(configuration: .release))]
    let releaseLinkerFlags: [LinkerSetting] = [
        .unsafeFlags(
            ["-static-stdlib", "-static-executable", "-Xlinker", "-s"], .when(configuration: .release))
    ]
#else
    let releaseSwiftFlags: [SwiftSetting] = []
    let releaseLinkerFlags: [LinkerSetting] = []
#endif

let package = Package(
    name: "sessions",
    platforms: [.macOS(.v13)],
    products: [.executable(name: "sessions", targets: ["sessions"])],
    targets: [
        .executableTarget(
            name: "sessions",
            dependencies: ["SessionsCLI"],
            swiftSettings: releaseSwiftFlags,
            linkerSettings: releaseLinkerFlags
        ),
        .target(
            name: "SessionsCLI",
            dependencies: ["SessionsCore", "CommandKit", "Terminal"],
            swiftSettings: releaseSwiftFlags
        ),
        .target(name: "SessionsCore", dependencies: ["CSystem"], swiftSettings: releaseSwiftFlags),
        .target(name: "CSystem"),
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
