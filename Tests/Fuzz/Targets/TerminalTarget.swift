@testable import Terminal

/// Whatever is stored, what is shown is harmless and fits.
func testTerminal(_ text: String) {
    let visible = text.visible
    for scalar in visible.unicodeScalars {
        expect(
            VisibleText.kind(of: scalar) != .hidden && scalar != "\n" && scalar != "\t", "no control is shown"
        )
    }
    expect(visible.visible == visible, "what is visible stays as it is")
    expect(visible.columns >= 0, "nothing is less than nothing wide")
    for columns in [1, 2, 7, 40] {
        expect(visible.truncated(toColumns: columns).columns <= columns, "a text is cut to \(columns)")
        expect(visible.padded(toColumns: columns).columns >= columns, "a text is padded to \(columns)")
        for line in wrap(text, columns: columns) {
            expect(line.columns <= max(columns, 2), "a line fits into \(columns)")
        }
        let style = Style(isEnabled: false)
        for line in wrap(
            [Span(text), Span(text, .dim)], after: [Span("1 ")], columns: columns + 8, style: style)
        {
            expect(line.columns <= columns + 8, "a line in tones fits into \(columns + 8)")
        }
    }
}
