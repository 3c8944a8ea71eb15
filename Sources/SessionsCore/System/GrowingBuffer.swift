/// Memory that grows at its end: values that wait for their array or object to end, or text and numbers that are being
/// written. Taking elements off moves them into an array of exactly their number, in one allocation.
struct GrowingBuffer<Element>: ~Copyable {
    private var storage: UnsafeMutablePointer<Element>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = capacity
        storage = .allocate(capacity: capacity)
    }

    deinit {
        storage.deinitialize(count: count)
        storage.deallocate()
    }

    @inline(__always)
    mutating func append(_ element: consuming Element) {
        if count == capacity { grow(to: count + 1) }
        (storage + count).initialize(to: element)
        count += 1
    }

    @inline(__always)
    subscript(index: Int) -> Element { storage[index] }

    @inline(__always)
    mutating func update(_ index: Int, _ change: (inout Element) -> Void) { change(&storage[index]) }

    /// The last one, of which there must be one.
    @inline(__always)
    var last: Element { storage[count - 1] }

    /// Removes and returns the last one, of which there must be one.
    @inline(__always)
    mutating func removeLast() -> Element {
        count -= 1
        return (storage + count).move()
    }

    /// Removes all and keeps the memory.
    @inline(__always)
    mutating func removeAll() {
        storage.deinitialize(count: count)
        count = 0
    }

    /// The elements from index `base` on.
    @inline(__always)
    func elements(from base: Int) -> UnsafeMutableBufferPointer<Element> {
        UnsafeMutableBufferPointer(start: storage + base, count: count - base)
    }

    /// Removes and returns the elements from index `base` on.
    mutating func take(from base: Int) -> [Element] {
        let taken = count - base
        guard taken > 0 else { return [] }
        count = base
        var elements: [Element] = []
        elements.reserveCapacity(taken)
        for element in storage + base..<storage + base + taken { elements.append(element.move()) }
        return elements
    }

    @inline(never)
    private mutating func grow(to least: Int) {
        capacity = max(capacity * 2, least)
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
        larger.moveInitialize(from: storage, count: count)
        storage.deallocate()
        storage = larger
    }
}

extension GrowingBuffer where Element == UInt8 {
    var bytes: [UInt8] { Array(elements(from: 0)) }

    /// Whether it holds these bytes and no others.
    func holds(_ bytes: [UInt8]) -> Bool { elements(from: 0).elementsEqual(bytes) }

    @inline(__always)
    mutating func append(_ run: UnsafeRawBufferPointer) {
        if capacity - count < run.count { grow(to: count + run.count) }
        UnsafeMutableRawBufferPointer(start: storage + count, count: run.count).copyMemory(from: run)
        count += run.count
    }

    @inline(__always)
    mutating func append(_ literal: StaticString) {
        append(UnsafeRawBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    /// Appends lines, each but the first with spaces before it. They are copied and looked through in one go, eight
    /// bytes at a time.
    ///
    /// - Parameter count: how many lines they are at most.
    mutating func append(lines: UnsafeRawBufferPointer, count lineCount: Int, indentedBy spaces: Int) {
        // A word may be written across the end.
        let most = count + lines.count + lineCount * spaces + 16
        if capacity < most { grow(to: most) }
        let (ones, blanks): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x2020_2020_2020_2020)
        let memory = UnsafeMutableRawPointer(storage)
        var (index, end) = (0, count)
        func indent() {
            if spaces <= 8 {
                memory.storeBytes(of: blanks, toByteOffset: end, as: UInt64.self)
            } else {
                (storage + end).initialize(repeating: UInt8(ascii: " "), count: spaces)
            }
            end &+= spaces
        }
        while index &+ 8 <= lines.count {
            let word = lines.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            memory.storeBytes(of: word, toByteOffset: end, as: UInt64.self)
            let others = UInt64(littleEndian: word) ^ (ones &* 0x0a)
            let found = (others &- ones) & ~others & (ones &* 0x80)
            let copied = found == 0 ? 8 : found.trailingZeroBitCount / 8 &+ 1
            index &+= copied
            end &+= copied
            if found != 0 { indent() }
        }
        while index < lines.count {
            storage[end] = lines[index]
            index &+= 1
            end &+= 1
            if storage[end &- 1] == UInt8(ascii: "\n") { indent() }
        }
        count = end
    }

    /// Appends a number, its lowest byte first.
    @inline(__always)
    mutating func append(number: some FixedWidthInteger & BitwiseCopyable) {
        let size = MemoryLayout.size(ofValue: number)
        if capacity - count < size { grow(to: count + size) }
        count += size
        store(number, at: count - size)
    }

    /// Puts a number in the place of bytes that are there.
    @inline(__always)
    func store(_ number: some FixedWidthInteger & BitwiseCopyable, at index: Int) {
        UnsafeMutableRawPointer(storage + index).storeBytes(of: number.littleEndian, as: type(of: number))
    }

    @inline(__always)
    mutating func append(text: String) {
        text.withBytes { append($0) }
    }

    /// Appends a text behind its length.
    mutating func append(counted text: String) {
        append(number: UInt32(truncatingIfNeeded: text.utf8.count))
        append(text: text)
    }

    /// The bytes from an index on.
    @inline(__always)
    func bytes(from start: Int) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(elements(from: start)) }

    @inline(__always)
    mutating func append(spaces: Int) {
        if capacity - count < spaces { grow(to: count + spaces) }
        (storage + count).initialize(repeating: UInt8(ascii: " "), count: spaces)
        count += spaces
    }
}
