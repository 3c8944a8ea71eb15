/// Where a session stands, as people see it. On disk an archived session keeps its former status beside the mark.
package enum Status: String, CaseIterable, Sendable {
    case draft
    case active
    case paused
    case completed
    case archived
}
