/// Something that was learned, with where and when that was.
package struct LearnedLesson: Equatable, Sendable {
    package let lesson: Lesson
    package let sessionID: String
    package let sessionTitle: String
    /// When it was noted down.
    package let at: Instant
    /// Who noted it down.
    package let by: String

    package var text: String { lesson.text }

    /// The newest first.
    package static func isBefore(_ a: LearnedLesson, _ b: LearnedLesson) -> Bool {
        (b.at, a.sessionID, a.lesson.id) < (a.at, b.sessionID, b.lesson.id)
    }
}

extension Session {
    /// What was learned that has to do with some words: the lessons that hold any of them, or all where the words
    /// stand elsewhere in the session.
    package func learned(about words: [FoldedText] = []) -> [LearnedLesson] {
        var noted: [String: Event] = [:]
        let beginning = "/reflection/learned/"
        for event in events {
            guard let path = event.path, path.hasPrefix(beginning) else { continue }
            noted[String(path.dropFirst(beginning.count))] = event
        }
        let all = lessons.map { lesson in
            LearnedLesson(
                lesson: lesson, sessionID: id, sessionTitle: title,
                at: noted[lesson.id]?.happened ?? updatedAt,
                by: noted[lesson.id]?.by ?? createdBy)
        }
        let named = all.filter { lesson in
            let text = FoldedText(lesson.text)
            return words.contains { ByteSearch.contains(text.bytes, $0.bytes) }
        }
        return named.isEmpty ? all : named
    }
}
