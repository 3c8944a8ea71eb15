"""What the profile of a row that misses its target says, by the name of the row. One that is met has no entry."""

REASONS = {
    "`--version`":
        "42,000 instructions and 31 page faults; a static C program that does nothing takes 0.57 to 0.60 here, half of it "
        "because the C library asks the processor for its caches with CPUID, which a virtual machine answers slowly",
    "newest 25, folders":
        "A third is the start of the program; going over the columns of flags and times is 17 %, their checksums 12 %, CPUID "
        "8 %, and the rest are 200 page faults",
    "list all":
        "As with folders, and the look at every file",
    "list all, folders":
        "3 microseconds a session: counting references 12 %, checksums 9 %, finding texts in the details 10 %, the rest "
        "is spread over cells and lines of the table",
    "filter, folders":
        "One pass over flags and bits of labels, then the details of those that are left; a fifth is the start of the program",
    "`list`, empty workspace":
        "A static C program that does nothing takes 0.57 to 0.60 here: the C library asks the processor for its caches with "
        "CPUID, which a virtual machine answers slowly; of the rest, 60 page faults more than in that program are most, many "
        "of them in the code of the standard library, which the linker cannot put in order",
    "`export --json`":
        "Every file is opened and read by its own, and all of it checked: some 86,000 instructions a session, of which "
        "reading its lines is 31 %, copying them 13 %, looking for what output escapes 6 %, putting members between them 9 %; "
        "opening and reading the files takes the kernel a third of the processor time",
    "`new -q`, in memory":
        "A static C program that does nothing takes 0.37 of it, half of that for CPUID in a virtual machine; the rest are 190 "
        "system calls for the lock, the record of the operation, the new file and their syncs, and 100 more page faults",
    "`start ID`, in memory":
        "As `comment`, and what runs is noted down; all of it is flat in the number of sessions",
    "`comment ID`, in memory":
        "As `new`, and the session is read, hashed, written and its change put down for undo, which grows with its events",
    "newest 25":
        "Met against the C walk; of what is not the kernel's stat calls, names made to keys are 15 %, the listing 13 %, "
        "checksums 12 %, the table of rows 6 %",
    "first index":
        "Every file is opened by its own and read to its end, into rows, folded texts, signatures, and stretches of time in "
        "order; of the processor time a third is the kernel's, and a third of the rest reads tokens of JSON",
    "`stats --by tag`, folders":
        "18 % for the clock time of 167,000 stretches in every row they count for, 25 % for adding up sessions, 9 % for "
        "checksums, 7 % for medians, 12 % for page faults, 7 % for the start; unlike the sum of sqlite3, which has a table of "
        "tags with their seconds, it gives time on the clock, plans, medians and pauses, in all and by row",
    "list":
        "6.5 MiB are pages of the executable, the others those of the index: of each number that is asked for of all "
        "sessions, and 64 KiB around the details of each one shown",
    "stats":
        "6.5 MiB are pages of the executable, most of the others those of the index that are looked at last",
}
