/// Breaks text into lines that fit. The text is made `visible` first; its own lines stay lines, and one that
/// fits stays as it is. Longer ones are broken between words, words wider than a line between grapheme
/// clusters. Tabs become four spaces; spaces at the end of lines and empty lines at the end of the text are
/// left out.
///
/// - Parameters:
///   - columns: the width of the terminal.
///   - indent: spaces before every line that is not empty; they count as part of `columns`.
/// - Returns: lines of at most `columns`, unless there is no room beside the indent for even a wide
///   character.
package func wrap(_ text: String, columns: Int, indent: Int = 0) -> [String] {
    let room = max(columns - indent, 2)
    var lines: [String] = []
    for line in text.visible(keepingLines: true).split(separator: "\n", omittingEmptySubsequences: false) {
        wrapLine(line, room: room, into: &lines)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    let margin = String(repeating: " ", count: max(indent, 0))
    return lines.map { $0.isEmpty ? "" : margin + $0 }
}

/// Breaks one line of `visible` text. The spaces that it begins with are kept where they leave room for
/// words.
private func wrapLine(_ source: Substring, room: Int, into lines: inout [String]) {
    var line = ""
    for character in source {
        if character == "\t" { line += "    " } else { line.append(character) }
    }
    while line.last == " " { line.removeLast() }
    if line.columns <= room {
        lines.append(line)
        return
    }

    let margin = line.prefix { $0 == " " }
    var current = margin.count <= room / 2 ? String(margin) : ""
    var used = current.count
    var hasWord = false
    for word in line.split(separator: " ") {
        let width = String(word).columns
        let gap = hasWord ? 1 : 0
        if used + gap + width <= room {
            if hasWord { current += " " }
            current += word
            used += gap + width
            hasWord = true
            continue
        }
        if hasWord { lines.append(current) }
        if hasWord || width <= room {
            current = ""
            used = 0
        }
        for character in word {
            let width = TextWidth.columns(of: character)
            if used + width > room {
                lines.append(current)
                current = ""
                used = 0
            }
            current.append(character)
            used += width
        }
        hasWord = true
    }
    if hasWord { lines.append(current) }
}
