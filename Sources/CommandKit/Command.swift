/// Anything that declares arguments: a command, options that several commands share, or the options
/// that every command accepts.
package protocol ArgumentDeclaring {
    /// Binds each stored property to its spelling.
    ///
    /// Called twice for one command line: first to record what exists (nothing is changed), then to fill
    /// the values in. Both calls must declare the same things in the same order, so the body is a plain
    /// list of calls without conditions.
    mutating func declare(_ arguments: inout Arguments)
}

/// One command of a program: its stored properties are what the command line says, with their defaults.
///
/// A program refines this with a protocol of its own that fixes `Context` for all its commands:
/// `protocol ToolCommand: Command where Context == ToolContext {}`.
package protocol Command: ArgumentDeclaring, SendableMetatype {
    /// What a command is given to work with.
    associatedtype Context

    /// What help says about the command. Not read while another command is dispatched.
    static var info: CommandInfo { get }
    init()
    func run(in context: Context) throws
}

extension Command {
    /// Runs a command that is known only as `any Command`.
    ///
    /// A cast to the program's own protocol would do as well, but searches all conformances of the
    /// executable; comparing the type of the context is a hundred times cheaper.
    /// - Returns: false where the command wants another type of context, which `CommandTable.lint` reports.
    package func run<Given>(given context: Given) throws -> Bool {
        guard let context = context as? Context else { return false }
        try run(in: context)
        return true
    }

    static func runs<Given>(in context: Given.Type) -> Bool { Context.self == Given.self }
}
