"""Readers and writers at once: no reader fails, and none sees a session that is half the one before."""
import pathlib
import tempfile
import threading
import time

from workspace import Box, Result

SESSIONS = 300
# What readers ask; each line of the answer shows the title and the project of a session, which a writer changes
# together: 'turn 3.17' and 'turn.3.17'.
FORMAT = ["--format", "{title}\t{project}"]
QUESTIONS = [
    (["list", *FORMAT], SESSIONS),
    (["list", "-n", "25", *FORMAT], 25),
    (["list", "--sort", "title", *FORMAT], SESSIONS),
    (["search", "turn", *FORMAT], SESSIONS),
    (["list", "project:turn", *FORMAT], SESSIONS),
]


def run(program, full):
    people, seconds = (8, 60) if full else (3, 6)
    result = Result()
    with tempfile.TemporaryDirectory() as folder:
        box = Box(program, pathlib.Path(folder) / "box")
        box.make()
        # The clock goes on here, and every writer makes ids of its own.
        for name in ["SESSIONS_NOW", "SESSIONS_ID_SEED"]:
            box.environment.pop(name, None)
        box.do("init")
        lines = "".join('["new", "turn 0.0", "-p", "turn.0.0"]\n' for _ in range(SESSIONS))
        box.do("batch", input=lines)
        ids = box.do("list", "-q").split()
        if len(ids) != SESSIONS:
            return Result(1, [f"readers: {len(ids)} sessions were made"])
        end = time.monotonic() + seconds
        workers = [threading.Thread(target=write, args=(box, ids, writer, end, result)) for writer in range(people)]
        workers += [threading.Thread(target=read, args=(box, reader, end, result)) for reader in range(people)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        # Without an index the answer is the same.
        question = ["list", "--sort", "title", "--format", "{id}\t{title}\t{project}\t{updated}"]
        found = box.do(*question)
        (box.sessions / "local/index").unlink(missing_ok=True)
        if found != box.do(*question):
            result.failures.append("readers: at the end the index says something else than the files")
    return result


def write(box, ids, writer, end, result):
    turn = 0
    while time.monotonic() < end:
        turn += 1
        session = ids[(writer * 37 + turn * 11) % len(ids)]
        name = f"{writer}.{turn}"
        ended = box.run("edit", session, "--title", f"turn {name}", "--project", f"turn.{name}", "-q")
        result.points += 1
        if ended.status != 0:
            result.failures.append(f"readers: a writer ended with {ended}")


def read(box, reader, end, result):
    turn = reader
    while time.monotonic() < end:
        words, count = QUESTIONS[turn % len(QUESTIONS)]
        check = ["files", "folders"][turn // len(QUESTIONS) % 2]
        turn += 1
        # Whether every file is looked at or only the folders: nothing here is written in its place.
        box_home = {"XDG_CONFIG_HOME": str(configured(box, check))}
        ended = box.run(*words, **box_home)
        result.points += 1
        lines = ended.out.decode().splitlines()
        halves = [line for line in lines if not is_whole(line)]
        if ended.status != 0 or ended.err:
            result.failures.append(f"readers: '{' '.join(words)}' ended with {ended}")
        elif len(lines) != count or halves:
            result.failures.append(f"readers: '{' '.join(words)}' gave {len(lines)} lines, {halves[:3]}")


def is_whole(line):
    title, _, project = line.partition("\t")
    return title.startswith("turn ") and project == title.replace(" ", ".")


def configured(box, check):
    folder = box.folder / f"configuration-{check}"
    file = folder / "sessions/config.json"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        waiting = file.with_suffix(f".{threading.get_ident()}")
        waiting.write_text(f'{{"index": {{"check": "{check}"}}}}\n')
        waiting.rename(file)
    return folder
