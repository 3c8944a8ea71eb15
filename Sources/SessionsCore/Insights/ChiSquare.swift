/// The chi-square distribution.
enum ChiSquare {
    /// How likely it is above a value, by the recurrence from two degrees of freedom fewer.
    ///
    /// Abramowitz and Stegun, "Handbook of Mathematical Functions", 26.4.8; for one degree it is that of the square
    /// of a normal number, for two it is exponential.
    ///
    /// - Parameter degrees: degrees of freedom, 1 or more.
    static func tail(_ value: Double, degrees: Int) -> Double {
        guard value > 0 else { return 1 }
        let half = value / 2
        let density = (-half).exponential
        var reached = degrees % 2 == 1 ? 1 : 2
        var tail = reached == 1 ? value.squareRoot().normalTails : density
        var term = reached == 1 ? (2 * value / .pi).squareRoot() * density : half * density
        while reached < degrees {
            tail += term
            reached += 2
            term *= half / (Double(reached) / 2)
        }
        return min(tail, 1)
    }
}
