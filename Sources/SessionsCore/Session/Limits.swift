/// The limits of what a session can hold.
package enum Limits {
    /// Bytes of a session's file.
    package static let sessionFile = 16 << 20
    /// Bytes of one record of a file that is imported: a session's file with what is derived of it.
    package static let importedRecord = 2 * sessionFile
    /// Bytes of one text.
    package static let text = 1 << 20
    /// Characters of a title.
    package static let title = 1000
    /// Bytes of an attachment that is copied in without being asked to.
    package static let attachment = 10 << 20
    /// Bytes of a workspace's settings.
    package static let settings = 1 << 20
}
