/// Something that was learned.
package struct Lesson: Equatable, Sendable {
    package let id: String
    package let text: String
}
