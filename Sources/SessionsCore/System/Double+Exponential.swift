#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension Double {
    /// e to the power of this number.
    var exponential: Double { exp(self) }

    /// The natural logarithm of a positive number.
    var logarithm: Double { log(self) }
}
