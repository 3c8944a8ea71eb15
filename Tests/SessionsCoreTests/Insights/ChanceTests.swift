import Testing

@testable import SessionsCore

/// The values expected here were worked out with Python's exact integers, `math.erfc` and Simpson's rule.
@Suite("Tests for chance")
struct ChanceTests {
    private let numbers = [1.1, 2.5, 2.5, 3.0, 4.2, 4.2, 4.2, 5.9, 6.0, 7.7, 8.1, 9.0]

    private func isNear(_ a: Double, _ b: Double) -> Bool { (a - b).magnitude <= 1e-9 * b.magnitude + 1e-300 }

    @Test func equalNumbersShareTheirPlaces() {
        let ranks = Ranks(numbers)
        #expect(ranks.values == [1, 2.5, 2.5, 4, 6, 6, 6, 8, 9, 10, 11, 12])
        #expect(ranks.tieSum == 30)
        #expect(Ranks(numbers.reversed()).values == ranks.values.reversed())
    }

    @Test func rankTestsAreThoseOfTheirFormulas() {
        let ranks = Ranks(numbers)
        #expect(isNear(ranks.mannWhitney([5, 7, 8, 9, 10, 11]), 0.007686998807687404))
        #expect(isNear(ranks.mannWhitney([0, 1, 2, 3, 4, 6]), 0.007686998807687404))
        let groups = [[0, 1, 5, 6], [2, 3, 4, 7], [8, 9, 10, 11]]
        #expect(isNear(ranks.kruskalWallis(groups), 0.020643844766040552))
        let (coefficient, p) = ranks.spearman(Ranks([2, 1, 4, 3, 5, 5, 8, 6, 9, 7, 12, 10]))
        #expect(isNear(coefficient, 0.9152172015789777) && isNear(p, 0.0024019133174363874))
    }

    @Test func whatIsAllTheSameShowsNothing() {
        let same = Ranks(Array(repeating: 3.0, count: 20))
        #expect(same.mannWhitney(Array(0..<10)) == 1)
        #expect(same.kruskalWallis([Array(0..<10), Array(10..<20)]) == 1)
        #expect(same.spearman(Ranks((0..<20).map(Double.init))).p == 1)
        #expect(Ranks([]).mannWhitney([]) == 1)
    }

    @Test(arguments: [
        (3, 4, 4, 8, 0.4857142857142857), (1, 10, 12, 24, 0.002759456185220083),
        (11, 12, 13, 24, 0.0006441936042151415), (300, 1000, 2000, 5000, 3.3696453829475053e-13),
        (30, 40, 500, 100_000, 6.236521276616822e-61),
    ])
    func fisherIsExact(_ hits: Int, _ chosen: Int, _ allHits: Int, _ all: Int, _ p: Double) {
        let found = ExactTest.fisher(hits: hits, of: chosen, allHits: allHits, of: all)
        // A logarithm of 1e6 has lost six of its digits.
        #expect((found - p).magnitude <= 1e-7 * p)
    }

    @Test func fisherOfNothingIsCertain() {
        #expect(ExactTest.fisher(hits: 0, of: 5, allHits: 0, of: 10) == 1)
        #expect(ExactTest.fisher(hits: 5, of: 5, allHits: 10, of: 10) == 1)
    }

    @Test(arguments: [
        (8, 2, 0.109375), (5, 5, 1), (61, 19, 2.7318699228822653e-06), (600, 400, 2.7284641560660184e-10),
        (0, 10, 0.001953125),
    ])
    func theSignTestIsExact(_ ones: Int, _ others: Int, _ p: Double) {
        #expect(isNear(ExactTest.sign(ones, others), p))
        #expect(isNear(ExactTest.sign(others, ones), p))
    }

    @Test(arguments: [
        (10, 50, 10, 0.08251923419242842), (40, 200, 12, 0.06304144307634893),
        (5, 12, 7, 0.0012626262626262627), (6, 12, 7, 0),
    ])
    func noneAmongTheLastIsExact(_ last: Int, _ all: Int, _ some: Int, _ p: Double) {
        #expect(isNear(ExactTest.noneAmongLast(last, of: all, some: some), p))
    }

    @Test(arguments: [
        (3.84, 1, 0.050043521248697646), (9.5, 2, 0.008651695203119857), (7.81, 3, 0.05010605634999959),
        (20.0, 6, 0.00276939571551107), (12.59, 6, 0.05002901173890847), (50.0, 5, 1.3857973367007337e-09),
    ])
    func theTailOfChiSquareIsItsIntegral(_ value: Double, _ degrees: Int, _ p: Double) {
        #expect((ChiSquare.tail(value, degrees: degrees) - p).magnitude <= 1e-6 * p)
        #expect(ChiSquare.tail(0, degrees: degrees) == 1)
    }

    @Test(arguments: [
        (0, 0), (1, 0), (5, 4.787491742782047), (19, 39.339884187199495), (20, 42.335616460753485),
        (100, 363.73937555556347), (100_000, 1051299.221899122),
    ])
    func factorialsHaveTheirLogarithms(_ number: Int, _ logarithm: Double) {
        #expect(isNear(ExactTest.logFactorial(number), logarithm))
    }

    /// The example of Benjamini and Hochberg (1995), 4: of fifteen the four smallest hold, three by Bonferroni's.
    @Test func falseDiscoveryIsHeldDown() {
        let chances = [
            0.4262, 0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.5719,
            0.6528, 0.7590, 1.0,
        ]
        let holding = FalseDiscovery.holding(chances)
        #expect(zip(chances, holding).filter(\.1).map(\.0) == [0.0001, 0.0004, 0.0019, 0.0095])
        #expect(FalseDiscovery.holding([]) == [])
        #expect(FalseDiscovery.holding([0.06, 0.051]) == [false, false])
        // Each by itself is not enough, and together they are.
        #expect(FalseDiscovery.holding([0.04, 0.05]) == [true, true])
    }
}
