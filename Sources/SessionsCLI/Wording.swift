/// `1 session`, `2 sessions`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

/// A share from 0 to 1 in whole per cent, never more than has been reached.
func percent(_ share: Double) -> String { "\(Int(share * 100 + 1e-9))%" }

/// `+1`, `-2`, `0`.
func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : "\(number)" }
