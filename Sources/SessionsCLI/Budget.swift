import SessionsCore

/// What is left of a plan, or how far it is exceeded, so that it adds up with what is shown beside it: amounts of a
/// minute and more are shown without their seconds.
struct Budget {
    let isOver: Bool
    /// From the plan, on either side.
    let difference: TimeAmount

    init(planned: TimeAmount, tracked: TimeAmount) {
        isOver = tracked > planned
        let shown = abs(planned.asShown.seconds - tracked.asShown.seconds)
        difference = TimeAmount(seconds: shown > 0 ? shown : abs(planned.seconds - tracked.seconds))
    }
}

extension TimeAmount {
    fileprivate var asShown: TimeAmount { seconds < 60 ? self : TimeAmount(seconds: seconds / 60 * 60) }
}
