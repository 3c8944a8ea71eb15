"""What the kinds of faults share: a box with a workspace in it, what is in its files, and what must hold of them."""
import dataclasses
import multiprocessing
import os
import pathlib
import shutil
import stat
import subprocess
import tempfile

USER = "ada@example.org"
NOW = "2026-11-22T12:00:00Z"
# A session that lies in the wrong month, which `doctor --fix` mends.
MISPLACED = """{"createdAt": "2020-02-02T08:00:00.000Z", "createdBy": "ada@example.org", "id": "zcdfghjkmnpr",
 "schema": 1, "status": "draft", "title": "Misplaced"}
"""


@dataclasses.dataclass
class Result:
    """How many points were tried, and a line for each that failed."""
    points: int = 0
    failures: list = dataclasses.field(default_factory=list)

    def __iadd__(self, other):
        self.points += other.points
        self.failures += other.failures
        return self


@dataclasses.dataclass
class Ended:
    """How the program ended: its status, below zero for a signal, and what it printed."""
    status: int
    out: bytes
    err: bytes

    def __str__(self):
        return f"{self.status}: " + self.err.decode("utf-8", "backslashreplace").strip()[-300:]


class Box:
    """A folder with a home and a place to work, with one clock and repeatable ids: two runs leave the same bytes."""

    def __init__(self, program, folder):
        self.program = str(program)
        self.folder = pathlib.Path(folder)
        self.home = self.folder / "home"
        self.work = self.folder / "work"
        self.environment = {
            "HOME": str(self.home), "PATH": "/usr/bin:/bin", "TZ": "UTC", "SESSIONS_USER": USER,
            "SESSIONS_NOW": NOW, "SESSIONS_ID_SEED": "1", "SESSIONS_OPENER": "true", "LC_ALL": "C.UTF-8",
        }

    @property
    def sessions(self):
        return self.work / ".sessions"

    def make(self):
        self.home.mkdir(parents=True)
        self.work.mkdir()

    def run(self, *words, input="", timeout=60, **environment):
        """Runs the program; a time-out counts as a signal."""
        try:
            done = subprocess.run(
                [self.program, *words], cwd=self.work, env={**self.environment, **environment},
                input=input.encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=timeout)
        except subprocess.TimeoutExpired:
            return Ended(-1, b"", b"it did not end")
        return Ended(done.returncode, done.stdout, done.stderr)

    def do(self, *words, **options):
        """Runs what has to work, and returns what it printed."""
        ended = self.run(*words, **options)
        if ended.status != 0:
            raise RuntimeError(f"'{' '.join(words)}' ended with {ended}")
        return ended.out.decode().strip()

    # What is in it

    def truth(self):
        """Every file with its mode and bytes but those of this machine alone (index, operations, lock)."""
        found = {}
        for path in self.everything():
            if not is_local(path):
                full = self.folder / path
                status = full.lstat()
                kind = stat.S_IFMT(status.st_mode)
                if kind == stat.S_IFREG:
                    found[path] = (stat.S_IMODE(status.st_mode), full.read_bytes())
                elif kind == stat.S_IFLNK:
                    found[path] = (0, os.readlink(full).encode())
        return found

    def everything(self):
        """The paths of all that is in it but folders, below the box."""
        for folder, _, files in os.walk(self.folder):
            for file in files:
                yield os.path.relpath(os.path.join(folder, file), self.folder)

    def leftovers(self):
        """What nobody will use any more: temporary files, and contents put aside."""
        return sorted(
            path for path in self.everything()
            if "/local/tmp/" in path or "/local/left/" in path or path.endswith((".tmp", "~")) or ".nosync" in path)


def is_local(path):
    return "/.sessions/local/" in "/" + path or "/share/sessions/local/" in "/" + path


def difference(found, *wanted):
    """In what a truth differs from the nearest of those that it may be; None where it is one of them."""
    if found in wanted:
        return None
    lines = []
    for path in sorted({*found, *wanted[0]}):
        have = found.get(path)
        if all(have != other.get(path) for other in wanted):
            lines.append(f"{path} is neither before nor after: {have}"[:400])
    return "; ".join(lines) or "some files are before and some after: " + ", ".join(
        path for path in sorted({*found, *wanted[0]}) if found.get(path) != wanted[0].get(path))


class Stage:
    """A box at one path that is put back as it was, as often as asked for."""

    def __init__(self, program, folder):
        self.box = Box(program, os.path.join(folder, "box"))
        self.kept = os.path.join(folder, "kept")

    def keep(self):
        """From now on this is how it was."""
        shutil.rmtree(self.kept, ignore_errors=True)
        copy(self.box.folder, self.kept)

    def put_back(self):
        shutil.rmtree(self.box.folder, ignore_errors=True)
        copy(self.kept, self.box.folder)
        return self.box

    def make(self, case):
        """Makes what a case starts from; the same bytes each time."""
        shutil.rmtree(self.box.folder, ignore_errors=True)
        box = self.box
        box.make()
        (box.work / "a.txt").write_text("a file\n")
        (box.work / "b.txt").write_text("another\n" * 2000)
        case.prepare(box)
        if box.sessions.is_dir():
            box.do("list", "--all", "-q")
        self.keep()
        return box


def copy(source, target):
    """With all times, so that the index holds what the files say."""
    shutil.copytree(source, target, symlinks=True)
    for folder, _, _ in os.walk(source):
        shutil.copystat(folder, os.path.join(target, os.path.relpath(folder, source)))


def temporary_folder():
    """In memory where that can be: a fault is no truer on a slow disk."""
    base = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    return tempfile.TemporaryDirectory(prefix="faults.", dir=base)


def in_parallel(task, jobs):
    """The sum of the results of `task` for each of the jobs, as many at once as there are processors."""
    total = Result()
    with multiprocessing.Pool(min(os.cpu_count() or 1, max(1, len(jobs)))) as pool:
        for result in pool.imap_unordered(task, jobs):
            total += result
    return total
