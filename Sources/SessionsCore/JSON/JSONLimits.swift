/// What a text may ask of the reader at most.
package struct JSONLimits: Equatable, Sendable {
    /// The deepest nesting that can be allowed.
    package static var deepest: Int { 128 }
    /// The most characters of a number.
    package static var numberCharacters: Int { 400 }

    /// How deep arrays and objects may be nested: 0 allows only scalars, 1 `[]`; `deepest` at most.
    package let depth: Int
    /// How many bytes of UTF-8 a string or key may have once unescaped.
    package let stringBytes: Int

    /// A depth outside `0...deepest` becomes the nearest one inside.
    package init(depth: Int = 64, stringBytes: Int = 1_048_576) {
        self.depth = min(max(depth, 0), Self.deepest)
        self.stringBytes = stringBytes
    }
}
