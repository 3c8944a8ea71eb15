/// A page that belongs to no one command, as plain data: `help times` on a terminal and `sessions-times.7`
/// in the manual are made from the same one.
package struct Topic: Sendable, Equatable {
    package enum Block: Sendable, Equatable {
        /// In sentence case, without its colon.
        case heading(String)
        /// Filled to the width there is.
        case paragraph(String)
        /// Names on the left, what they mean on the right.
        case list([Entry])
        /// Kept as it is, line by line: a file, a dialogue.
        case text(String)
        case examples([Example])
    }

    /// One line of a list.
    package struct Entry: Sendable, Equatable {
        package let name: String
        package let meaning: String

        package init(_ name: String, _ meaning: String) {
            self.name = name
            self.meaning = meaning
        }
    }

    /// The word after `help`: `times`.
    package let name: String
    /// One line: a capital first, no full stop.
    package let summary: String
    /// Section of the manual: 5 for files, 7 for all else; nil for a topic that has no page of its own.
    package let section: Int?
    package let blocks: [Block]

    package init(_ name: String, _ summary: String, section: Int? = 7, _ blocks: [Block]) {
        self.name = name
        self.summary = summary
        self.section = section
        self.blocks = blocks
    }
}
