"""What is measured: every row with the command of sessions, those of its peers, and the ratio to be reached."""

import os
import shlex
import shutil

from peers import Lengthy, Noted, Timed

# With more than so many records taskwarrior takes minutes to import them.
MOST_IMPORTED = 20_000


class Peer:
    """target: the ratio to be reached, one for all or by the number of sessions."""

    def __init__(self, name, command, target):
        self.name = name
        self.command = command
        self.target = target


class Row:
    def __init__(self, name, ours, *peers, check="files", rounds=3):
        self.name = name
        self.ours = ours
        self.peers = peers
        self.check = check
        self.rounds = rounds

    @property
    def needs_memory(self):
        return self.name.endswith(", in memory")


class MemoryRow:
    """Limits in MiB, at 100,000 sessions."""

    def __init__(self, name, ours, peak, unshared=None, check="files"):
        self.name = name
        self.ours = ours
        self.peak = peak
        self.unshared = unshared
        self.check = check


def sessions(*words, before=None, in_memory=False):
    """A command of sessions; a function among the words is given the bench."""
    def command(b):
        def made(words):
            return [b.program] + [w(b) if callable(w) else w for w in words]

        return Timed(*made(words), before=made(before) if before else None, in_memory=in_memory)

    return command


def peer(*words, in_memory=False):
    return lambda b: Timed(*[w(b) if callable(w) else w for w in words], in_memory=in_memory)


def paused(b):
    return b.paused


def sql(text):
    return peer("sqlite3", lambda b: b.database, text)


def files(b):
    return b.sessions_folder


def empty(b):
    """A workspace without sessions."""
    path = b.scratch + "/empty"
    if not os.path.exists(path):
        b.run(b.program, "init", path)
    return path


def newest_of_timewarrior(b):
    """The last 25 by their time: it lists by time only."""
    return Timed("timew", "summary", b.newest_since, "-", "2026-11-02T00:00:00Z")


def without_index(b):
    def remove():
        for name in os.listdir(b.work + "/.sessions/local"):
            if name.startswith("index"):
                os.remove(f"{b.work}/.sessions/local/{name}")

    return Lengthy(b.program, "list", "-n", "25", before=remove)


def sessions_import(b):
    path = b.scratch + "/import"

    def remake():
        shutil.rmtree(path, ignore_errors=True)
        b.run(b.program, "init", path)

    return Lengthy(b.program, "--workspace", path, "import", "-q", b.folder + "/export.jsonl", before=remake)


def task_import(b):
    if b.count > MOST_IMPORTED:
        return Noted(b.folder + "/made-task-import", "task", "import", b.folder + "/task.json")
    path = b.scratch + "/task-import"

    def remake():
        shutil.rmtree(path, ignore_errors=True)
        os.makedirs(path)

    return Lengthy("task", f"rc.data.location={path}", "import", b.folder + "/task.json", before=remake)


GIT_STATUS = peer("git", "status", "--porcelain")
TIMEW_ALL = peer("timew", "summary", ":all")
TIMEW_EXPORT = peer("timew", "export", ":all")
TIMEW_START = peer("timew", "start", "benchmark")
TIMEW_START_IN_MEMORY = peer("timew", "start", "benchmark", in_memory=True)
NEW = ["new", "-q", "Fix", "the", "login"]
START, PAUSE = ["start", "-q", paused], ["pause", "-q", paused]
# Taken back each time: the session would soon have more comments than any other.
COMMENT, UNDO = ["comment", "-q", paused, "-m", "done"], ["undo", "-q"]
TASK_NEWEST = peer("task", "rc.report.list.sort=entry-", "limit:25", "list")
TASK_ADD = peer(
    "task", lambda b: f"rc.data.location={b.scratch}/task", "add", "Fix", "the", "login", "project:benchmark")
RG_RARE = peer("rg", "-il", "zephyrine", files)
RG_COMMON = peer("rg", "-il", "deploy", files)
FTS = sql(
    "SELECT session, title FROM words WHERE words MATCH 'deploy' ORDER BY rank LIMIT 25")
TAG_SUMS = sql("SELECT tag, count(*), sum(tracked) FROM tag GROUP BY tag")

TABLE = [
    Row("`--version`", sessions("--version"), Peer("git --version", peer("git", "--version"), 0.65)),
    Row(
        "`list`, empty workspace", lambda b: Timed(b.program, "--workspace", empty(b), "list"),
        Peer("git --version", peer("git", "--version"), 0.75)),
    Row(
        "newest 25", sessions("list", "-n", "25"), Peer("git status", GIT_STATUS, 0.55),
        Peer("stat of every file, 2 threads", peer(lambda b: b.floor, "stat", files, "2"), 1.2)),
    Row(
        "newest 25, folders", sessions("list", "-n", "25"),
        Peer("timew, newest 25", newest_of_timewarrior, {10_000: 0.45, 100_000: 0.4}),
        Peer("task, newest 25", TASK_NEWEST, {10_000: 1 / 100, 100_000: 1 / 1000}), check="folders"),
    Row("list all", sessions("list", "--all", "-n", "0"), Peer("timew summary", TIMEW_ALL, {100_000: 1 / 40})),
    Row(
        "list all, folders", sessions("list", "--all", "-n", "0"),
        Peer("timew summary", TIMEW_ALL, {100_000: 1 / 200}), check="folders"),
    Row(
        "filter, folders", sessions("list", "--all", "-n", "0", "tag:bug", "project:web.auth"),
        Peer("timew export, 2 tags", peer("timew", "export", ":all", "bug", "web.auth"), {100_000: 1 / 200}),
        check="folders"),
    Row(
        "search, rare word, folders", sessions("search", "--all", "zephyrine"),
        Peer("rg -il", RG_RARE, {10_000: 1 / 8, 100_000: 1 / 25}), check="folders"),
    Row(
        "search, common word, best 25, folders", sessions("search", "--all", "deploy", "-n", "25"),
        Peer("rg -il", RG_COMMON, {100_000: 1 / 8}), Peer("SQLite FTS5, best 25", FTS, {100_000: 0.6}),
        check="folders"),
    Row(
        "`stats --by tag`, folders", sessions("stats", "--by", "tag"),
        Peer("SQLite, sums by tag", TAG_SUMS, {100_000: 1 / 8}), check="folders"),
    Row("`export --json`", sessions("export", "--json"), Peer("timew export", TIMEW_EXPORT, {100_000: 0.45})),
    Row(
        "first index", without_index,
        Peer("every byte read, 2 threads", peer(lambda b: b.floor, "read", files, "2"), {100_000: 2})),
    Row(
        "`new -q`", sessions(*NEW), Peer("timew start", TIMEW_START, None),
        Peer("task add", TASK_ADD, {100_000: 1 / 80})),
    Row("`start ID`", sessions(*START, before=PAUSE), Peer("timew start", TIMEW_START, None)),
    Row("`comment ID`", sessions(*COMMENT, before=UNDO), Peer("timew start", TIMEW_START, None)),
    # What is left of these where the disk takes no time: timewarrior does not wait for it.
    Row(
        "`new -q`, in memory", sessions(*NEW, in_memory=True),
        Peer("timew start", TIMEW_START_IN_MEMORY, 0.55)),
    Row(
        "`start ID`, in memory", sessions(*START, before=PAUSE, in_memory=True),
        Peer("timew start", TIMEW_START_IN_MEMORY, 0.55)),
    Row(
        "`comment ID`, in memory", sessions(*COMMENT, before=UNDO, in_memory=True),
        Peer("timew start", TIMEW_START_IN_MEMORY, 0.55)),
    Row("import JSONL", sessions_import, Peer("task import", task_import, {100_000: 0.8}), rounds=2),
]

MEMORY = [
    MemoryRow("list", sessions("list", "-n", "25"), 10),
    MemoryRow("stats", sessions("stats", "--by", "tag"), 16),
    MemoryRow("search", sessions("search", "--all", "deploy", "-n", "25"), 110, 16),
    MemoryRow("export", sessions("export", "--json"), 32),
    MemoryRow("import", lambda b: reset_and(b, sessions_import(b)), 64),
]


def reset_and(b, command):
    command.before()
    return command


def commands_as_markdown(b):
    """The commands of all rows, paths left out."""
    def text(command):
        words = [w.replace(b.program, "sessions").replace(b.scratch + "/", "") for w in command.words]
        words = [os.path.basename(w) if w.startswith("/") else w for w in words]
        return "`" + shlex.join(words) + "`"

    lines = ["| work | commands |", "|---|---|"]
    for row in TABLE:
        commands = [text(row.ours(b))] + [text(p.command(b)) for p in row.peers]
        lines.append(f"| {row.name} | {', '.join(commands)} |")
    return "## Commands\n\n" + "\n".join(lines) + "\n"
