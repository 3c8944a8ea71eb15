import Testing

@testable import SessionsCore

@Suite struct ByteSearchTests {
    @Test(arguments: [
        ("", "", true), ("abc", "", true), ("", "a", false), ("abc", "c", true), ("abc", "cd", false),
        ("aab", "ab", true), ("ab", "abc", false), ("xxabc", "abc", true),
    ])
    func bytesAreFoundInBytes(bytes: String, needle: String, isThere: Bool) {
        #expect(ByteSearch.contains(Array(bytes.utf8), Array(needle.utf8)) == isThere)
    }
}
