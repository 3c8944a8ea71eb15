/// In how many ways a finished session must be like the one to be forecast, finest first.
package enum SimilarityLevel: Int, CaseIterable, Sendable {
    /// The same title, whoever did it: what comes again and again.
    case title
    case ownerProjectKind
    case ownerKind
    case tags
    case owner
    case kind
    case all

    /// Kept, as `allCases` is made anew at each use.
    static let finestFirst = allCases

    /// What the two have in common, for programs.
    package var name: String {
        switch self {
        case .title: "title"
        case .ownerProjectKind: "owner-project-template"
        case .ownerKind: "owner-template"
        case .tags: "tags"
        case .owner: "owner"
        case .kind: "template"
        case .all: "all"
        }
    }

    /// What two sessions must share to be alike on this level.
    var features: Likeness.Features {
        switch self {
        case .title: .title
        case .ownerProjectKind: [.owner, .project, .kind]
        case .ownerKind: [.owner, .kind]
        case .tags: .tags
        case .owner: .owner
        case .kind: .kind
        case .all: []
        }
    }
}
