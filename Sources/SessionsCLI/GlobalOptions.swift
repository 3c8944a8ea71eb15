import CommandKit
import Terminal

/// The options that every command takes, before or after its name.
struct GlobalOptions: ArgumentDeclaring {
    var folder: String?
    var workspace: String?
    var isJSON = false
    var isQuiet = false
    var colour = ColourChoice.auto
    var neverPages = false
    var wantsHelp = false
    var wantsVersion = false

    mutating func declare(_ arguments: inout Arguments) {
        arguments.heading("Global options")
        arguments.option("-C <folder>", &folder, "Go to this folder first", completion: .folder)
        arguments.option(
            "--workspace <folder>", &workspace, "Use the workspace in this folder", completion: .folder)
        arguments.flag("--json", &isJSON, "Print JSON, all fields")
        arguments.flag("-q, --quiet", &isQuiet, "Print ids only")
        arguments.option("--color <when>", &colour, "Use colours")
        arguments.flag("--no-pager", &neverPages, "Do not show long output a screen at a time")
        arguments.flag("-h, --help", &wantsHelp, "Show help")
        arguments.flag("--version", &wantsVersion, "Show the version")
    }
}

extension ColourChoice: ArgumentValue {}
