extension HelpText {
    /// A topic.
    /// - Parameter width: columns; more than 100 are not used.
    package static func topic(_ topic: Topic, width: Int) -> String {
        var layout = HelpLayout(width: width)
        layout.paragraph(topic.summary)
        var heading = ""
        for block in topic.blocks {
            if case .heading(let text) = block {
                heading = text
                continue
            }
            layout.topic(heading, block)
            heading = ""
        }
        return layout.text
    }
}
