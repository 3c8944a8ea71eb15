"""What the profile of a row that misses its target says, by the name of the row. One that is met has no entry."""

REASONS = {
}
