@testable import SessionsCore

private let folder = try? Folder.makePrivate(in: "/dev/shm")

/// The settings of a person and those of a workspace, and the commands that a person trusts.
func testSettings(_ bytes: [UInt8]) {
    if let settings = try? WorkspaceSettings(parsing: bytes) {
        expect((1...1440).contains(settings.dayMinutes), "a day has at most 24 hours")
        expect(settings.daysAttachmentsKept.map { $0 >= 0 } ?? true, "days are not negative")
    }
    guard let folder, (try? UserConfiguration.parse(bytes)) != nil else { return }
    let name = "config.json"
    try? folder.remove(name)
    guard (try? folder.create(name, mode: 0o600).write(bytes)) != nil,
        var configuration = try? UserConfiguration(in: folder.path)
    else { return expect(false, "what can be parsed can be read") }
    for key in UserConfiguration.Key.allCases { _ = configuration[key] }
    for (name, query) in configuration.views {
        expect(configuration.view(name) != nil, "a view is found by its name")
        _ = try? QueryParser.parse([query])
    }
    _ = (configuration.aliases, configuration.hookLimit, configuration.longestWatch)
    guard (try? configuration.set("90s", for: .hookLimit)) != nil else { return }
    let again = try? UserConfiguration(in: folder.path)
    expect(again?[.hookLimit] == "90s", "what is set is found again")
}
