"""The index cut off anywhere, with bits turned over, and replaced by something else: no answer may change by it."""
import os
import random
import time

from workspace import Box, Result, in_parallel, temporary_folder

ASKED = [
    ("list", "--all", "--json"), ("search", "fix", "--json"), ("stats", "--by", "project", "--json"),
    ("list", "tag:b", "plan:1h..", "project:web", "--fields", "id,title,tracked"), ("__complete", "session", "t"),
    ("__complete", "tag", ""), ("show", "@", "--json"),
]
TASKS = "title,day,tags\n" + "".join(f"Task {n},2026-{10 + n % 2}-02,{'ab'[n % 2]}\n" for n in range(40))


def run(program, full):
    flips = 10_000 if full else 300
    step = 1 if full else 101
    with temporary_folder() as folder:
        size = len(prepared(program, os.path.join(folder, "size"))[1])
    lengths = list(range(0, size, step))
    workers = min(os.cpu_count() or 1, 4)
    jobs = [(program, [("cut", length) for length in lengths[part::workers]]) for part in range(workers)]
    bits = random.Random(20261122).sample(range(8 * size), min(flips, 8 * size))
    jobs += [(program, [("flipped", bit) for bit in bits[part::workers]]) for part in range(workers)]
    result = in_parallel(damage, jobs)
    result += replaced(program)
    return result


def prepared(program, folder):
    """A box with an index, the bytes of it, and the right answers, which are those without one."""
    box = Box(program, folder)
    del box.environment["SESSIONS_NOW"]
    box.make()
    box.do("init", "-q")
    (box.work / "tasks.csv").write_text(TASKS)
    columns = [word for pair in ("title=title", "createdAt=day", "tags=tags") for word in ("--map", pair)]
    box.do("import", "tasks.csv", *columns, "-q")
    box.do("new", "Fix the lexer", "--tag", "b", "--project", "web", "--plan", "2h", "-q")
    box.do("comment", "@", "-m", "it is a prefix", "-q")
    index = box.sessions / "local" / "index"
    # What is as new as a clock can tell is not relied on.
    time.sleep(2.2)
    for _ in range(2):
        box.do("list", "--all", "-q")
    box.environment["SESSIONS_NOW"] = "2027-01-01T00:00:00Z"
    truth = {}
    for words in ASKED:
        index.rename(index.with_name("kept"))
        truth[words] = box.run(*words)
        index.unlink(missing_ok=True)
        index.with_name("kept").rename(index)
    return box, index.read_bytes(), truth


def damage(job):
    program, places = job
    with temporary_folder() as folder:
        box, whole, truth = prepared(program, folder)
        result = Result()
        for what, place in places:
            content = bytearray(whole)
            if what == "cut":
                del content[place:]
            else:
                content[place // 8] ^= 1 << place % 8
            # In turn, so that every question is asked of every part.
            for words in ASKED if what == "cut" and place % 7 == 0 else [ASKED[place % len(ASKED)]]:
                (box.sessions / "local" / "index").write_bytes(content)
                result += compared(box, words, truth, f"{what} at {place}")
        return result


def compared(box, words, truth, what):
    ended = box.run(*words, timeout=10)
    if ended == truth[words]:
        return Result(1)
    return Result(1, [f"index {what}: '{' '.join(words)}' answers {ended.out[:200]} {ended}"])


def replaced(program):
    """By that of another workspace, and by what is no index at all."""
    with temporary_folder() as folder:
        box, whole, truth = prepared(program, os.path.join(folder, "one"))
        other, foreign, _ = prepared(program, os.path.join(folder, "other"))
        other.do("delete", "@", "-q")
        secret = box.folder / "secret"
        secret.write_bytes(foreign)
        index = box.sessions / "local" / "index"
        things = [
            ("another's", lambda: index.write_bytes(foreign)),
            ("empty", lambda: index.write_bytes(b"")),
            ("zeros", lambda: index.write_bytes(bytes(len(whole)))),
            ("twice", lambda: index.write_bytes(whole * 2)),
            ("a link", lambda: index.symlink_to(secret)),
            ("a pipe", lambda: os.mkfifo(index)),
            ("a folder", index.mkdir),
            ("huge", lambda: (index.write_bytes(whole), os.truncate(index, 1 << 40))),
        ]
        result = Result()
        for what, make in things:
            for words in ASKED:
                if index.is_dir():
                    index.rmdir()
                index.unlink(missing_ok=True)
                make()
                result += compared(box, words, truth, what)
        if secret.read_bytes() != foreign:
            result.failures.append("index a link: what it leads to was written")
        return result
