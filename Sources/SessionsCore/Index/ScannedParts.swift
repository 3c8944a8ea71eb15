/// Where the texts of a scanned session stand.
struct ScannedTexts {
    typealias Text = JSONScanner.Text

    var title: Text?
    var createdBy: Text?
    var project: Text?
    var template: Text?
    var description: Text?
    var source: (name: Text, id: Text)?
}

/// A comment, an attachment or a lesson.
struct ScannedElement {
    let id: JSONScanner.Text
    let text: JSONScanner.Text
    let at: Instant
    var mentions: [JSONScanner.Text] = []
    /// The number of the event that added it, where that decides about its place.
    var addition = 0
}

struct ScannedGoal {
    let id: JSONScanner.Text
    let title: JSONScanner.Text
    let position: Double
    let weight: Double
    let isReached: Bool
    /// By position.
    let milestones: Range<Int>
}

struct ScannedMilestone {
    let id: JSONScanner.Text
    let title: JSONScanner.Text
    let position: Double
    let isDone: Bool
}

struct ScannedInterval {
    let id: JSONScanner.Text
    /// Without its person.
    let interval: Interval
    let person: JSONScanner.Text?
    let note: JSONScanner.Text?
}

struct ScannedEvent {
    let id: JSONScanner.Text
    let sequence: Int
    let at: Instant
    let claimed: Instant?
    let path: JSONScanner.Text?
    /// Of the kinds only those that something is made of.
    let kind: Event.Kind?

    var happened: Instant { claimed ?? at }
}
