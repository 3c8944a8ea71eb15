#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension Double {
    /// How likely a normally distributed number is further from its mean than this many standard deviations, on
    /// either side.
    var normalTails: Double { erfc(magnitude / 2.0.squareRoot()) }
}
