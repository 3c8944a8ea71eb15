/// Where the new files of an operation are to lie. A few are compared one by one, as to make a set takes longer.
struct NewPaths {
    private static let few = 8

    private var first: [WorkspacePath] = []
    private var others: Set<WorkspacePath> = []

    func contains(_ path: WorkspacePath) -> Bool {
        first.contains(path) || first.count == NewPaths.few && others.contains(path)
    }

    mutating func insert(_ path: WorkspacePath) {
        if first.count < NewPaths.few { first.append(path) } else { others.insert(path) }
    }
}
