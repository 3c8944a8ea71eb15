import SessionsCore
import Testing

@testable import SessionsCLI

@Suite("What is left of a plan")
struct PlanLeftTests {
    @Test(
        "It adds up with what is shown, which has no seconds",
        arguments: [
            (7200, 6030, "20m left"), (7200, 6000, "20m left"), (7200, 45, "1h59m left"),
            (7200, 7170, "1m left"),
            (7200, 7200, "0m left"), (7200, 7230, "30s over"), (7200, 7290, "1m over"),
            (5430, 5410, "20s left"),
        ])
    func difference(planned: Int, tracked: Int, text: String) {
        let budget = Budget(planned: TimeAmount(seconds: planned), tracked: TimeAmount(seconds: tracked))
        #expect("\(budget.difference) \(budget.isOver ? "over" : "left")" == text)
    }
}
