"""What the profile of a row that misses its target says, by the name of the row. One that is met has no entry."""

REASONS = {
    "`export --json`":
        "Every file is opened and read by its own, and each of its values looked up, copied and indented once: some "
        "170,000 instructions a session, half of what they were when a tree was made of it",
    "`new -q`, in memory":
        "The start of the program is half of it; the rest are 270 system calls for the lock, the record of the operation, "
        "the new file and their syncs, and 150 pages of the program that are touched for the first time",
    "`start ID`, in memory":
        "To pause what runs, it looks at every row of the index and, as every write changes the folder of its month, at each "
        "file of that month; flat it would be with a note of what runs that every writer keeps",
    "`comment ID`, in memory":
        "As `new`, and the session is read, hashed, written and its change put down for undo, which grows with its events",
}
