/// Memory that grows at its end: values that wait for their array or object to end, or text that is being
/// written. Taking elements off moves them into an array of exactly their number, in one allocation.
struct JSONBuffer<Element>: ~Copyable {
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

extension JSONBuffer where Element == UInt8 {
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

    @inline(__always)
    mutating func append(spaces: Int) {
        if capacity - count < spaces { grow(to: count + spaces) }
        (storage + count).initialize(repeating: UInt8(ascii: " "), count: spaces)
        count += spaces
    }
}
