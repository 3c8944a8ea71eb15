/// Which of many findings are more than what chance shows where one looks at enough things.
///
/// Benjamini and Hochberg, "Controlling the false discovery rate" (1995): of what is held to be true, no more than
/// the given share is expected to be wrong; and where nothing at all is there to be found, the chance that anything
/// is claimed is no more than that share either. It is taken before Bonferroni's rule, which holds down the latter
/// alone, because with every tag and template that is looked at Bonferroni's misses more of what is there. It
/// holds for findings that are independent of each other or rise together (Benjamini and Yekutieli, 2001); those
/// here share sessions, and a test with histories without any pattern shows that it holds for them.
enum FalseDiscovery {
    /// What is claimed of what is not there, at most.
    static let rate = 0.05

    /// - Parameter chances: for each finding how likely chance shows as much.
    /// - Returns: which of them hold.
    static func holding(_ chances: [Double]) -> [Bool] {
        let sorted = chances.sorted()
        let last = sorted.indices.last { sorted[$0] <= rate * Double($0 + 1) / Double(sorted.count) }
        guard let last else { return chances.map { _ in false } }
        return chances.map { $0 <= sorted[last] }
    }
}
