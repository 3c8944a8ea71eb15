"""What the kinds of faults share: a box with a workspace in it, what is in its files, and what must hold of them."""
import dataclasses
import multiprocessing
import os
import pathlib
import re
import shutil
import stat
import subprocess
import tempfile
import time

import tracer

USER = "ada@example.org"
NOW = "2026-11-22T12:00:00Z"
# How long a check took is in its evidence, and nothing in a box makes that the same twice.
MEASURED = re.compile(rb'"seconds": [0-9.]+')
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

    def run(self, *words, input="", timeout=60, before=None, **environment):
        """Runs the program, after `before` in its process; a time-out counts as a signal."""
        try:
            done = subprocess.run(
                [self.program, *words], cwd=self.work, env={**self.environment, **environment},
                input=input.encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=timeout,
                preexec_fn=before)
        except subprocess.TimeoutExpired:
            return Ended(-1, b"", b"it did not end")
        return Ended(done.returncode, done.stdout, done.stderr)

    def do(self, *words, **options):
        """Runs what has to work, and returns what it printed."""
        ended = self.run(*words, **options)
        if ended.status != 0:
            raise RuntimeError(f"'{' '.join(words)}' ended with {ended}")
        return ended.out.decode().strip()

    def trace(self, case, entered, left=None, names=None):
        """Runs the command line of a case under the tracer."""
        tree = tracer.Tree(
            [self.program, *case.words(self)], self.work, self.environment, case.typed(self).encode(), names)
        status = tree.run(entered, left)
        return Ended(status, *tree.printed())

    def remove_derived(self):
        (self.sessions / "local/index").unlink(missing_ok=True)
        for file in (self.sessions / "local/tmp").glob("*"):
            file.unlink()

    # What is in it

    def touches(self, call):
        return any(path.startswith(str(self.folder)) for path in call.paths)

    def truth(self):
        """Every file with its mode and bytes but those of this machine alone (index, operations, lock).

        Temporary files are none of them either; `leftovers` are.
        """
        found = {}
        for path in self.everything():
            if not is_local(path) and not is_temporary(path):
                full = self.folder / path
                status = full.lstat()
                kind = stat.S_IFMT(status.st_mode)
                if kind == stat.S_IFREG:
                    text = MEASURED.sub(b'"seconds": 0', full.read_bytes())
                    found[path] = (stat.S_IMODE(status.st_mode), text)
                elif kind == stat.S_IFLNK:
                    found[path] = (0, os.readlink(full).encode())
        return found

    def everything(self):
        """The paths of all that is in it but folders, below the box."""
        for folder, _, files in os.walk(self.folder):
            for file in files:
                yield os.path.relpath(os.path.join(folder, file), self.folder)

    def leftovers(self):
        """What nobody will use any more: temporary files, and contents put aside.

        An index that a reader may be writing is left to a change that comes a minute later.
        """
        return sorted(
            path for path in self.everything()
            if ("/local/tmp/" in path and "/local/tmp/index." not in path) or "/local/left/" in path
            or is_temporary(path))


def is_local(path):
    return "/.sessions/local/" in "/" + path or "/share/sessions/local/" in "/" + path


def is_temporary(path):
    """Whether a name is one of a file that is still to get its own."""
    name = path.rsplit("/", 1)[-1]
    return name.startswith(".") and name.endswith(".new")


def is_shared(path):
    """Whether a file is of the workspace; a command can change one of the person's settings beside it."""
    return not path.startswith("home/.config/")


def shared(truth):
    return {path: found for path, found in truth.items() if is_shared(path)}


def difference(found, *wanted):
    """In what a truth differs from the nearest of those that it may be; None where it is one of them.

    The files of the workspace go together. Each of the person's settings goes by itself.
    """
    if shared(found) in [shared(other) for other in wanted] and all(
            found.get(path) in [other.get(path) for other in wanted]
            for path in {*found, *wanted[0]} if not is_shared(path)):
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
        self.aside = os.path.join(folder, "aside")
        self.case = None

    def keep(self):
        """From now on this is how it was."""
        shutil.rmtree(self.kept, ignore_errors=True)
        copy(self.box.folder, self.kept)

    def put_back(self):
        """As it was kept; after what only reads just without what that has derived."""
        if self.case.reads and self.box.folder.exists():
            self.box.remove_derived()
        else:
            shutil.rmtree(self.box.folder, ignore_errors=True)
            copy(self.kept, self.box.folder)
        return self.box

    def set_aside(self):
        """Keeps what is there now for `take_back`."""
        shutil.rmtree(self.aside, ignore_errors=True)
        copy(self.box.folder, self.aside)

    def take_back(self):
        shutil.rmtree(self.box.folder)
        os.rename(self.aside, self.box.folder)

    def make(self, case):
        """Makes what a case starts from; the same bytes each time."""
        self.case = case
        shutil.rmtree(self.box.folder, ignore_errors=True)
        box = self.box
        box.make()
        (box.work / "a.txt").write_text("a file\n")
        (box.work / "b.txt").write_text("another\n" * 2000)
        case.prepare(box)
        self.keep()
        time.sleep(case.rest)
        return box


class Expected:
    """What a case leaves where nothing fails: after one run, and after a second."""

    def __init__(self, stage, case):
        self.case = case
        box = stage.make(case)
        self.before = box.truth()
        self.doctors = {box.run("doctor", "-q").status}
        self.settled_before = self.settle(box)
        box = stage.put_back()
        self.first = box.run(*case.words(box), input=case.typed(box))
        if self.first.status != 0:
            raise RuntimeError(f"'{case}' ended with {self.first}")
        self.after = box.truth()
        self.log = box.run("op", "log").out
        self.doctors.add(box.run("doctor", "-q").status)
        self.second = box.run(*case.words(box), input=case.typed(box))
        self.twice = box.truth()
        self.kept = box.leftovers()
        box = stage.put_back()
        box.run(*case.words(box), input=case.typed(box))
        self.settled_after = self.settle(box)

    def settle(self, box):
        """Has the next one who takes the lock end what was left, and returns what is there then.

        Nothing where there is no workspace; words where it fails.
        """
        if not self.case.inside:
            return None
        ended = box.run("gc", "-q")
        return box.truth() if ended.status == 0 else f"the next change ends with {ended}"

    def problems_after_crash(self, stage, has_ended=False):
        """What is not as it must be after a crash in the stage's box, or after the command had ended with 0."""
        box, case = stage.box, self.case
        problems = []
        for path, found in box.truth().items():
            if found != self.before.get(path) and found != self.after.get(path):
                problems.append(f"'{path}' is neither before nor after")
        for path in self.before.keys() & self.after.keys() - box.truth().keys():
            problems.append(f"'{path}' is lost")
        if has_ended and (problem := difference(box.truth(), self.after)):
            problems.append("it had ended with 0, but " + problem)
        if has_ended and box.run("op", "log").out != self.log:
            problems.append("it had ended with 0, and its operation cannot be undone")
        doctor = box.run("doctor", "-q")
        if doctor.status not in self.doctors and case.inside:
            problems.append(f"doctor ends with {doctor}")
        happened = None
        if case.inside and not case.reads:
            stage.set_aside()
            settled = self.settle(box)
            allowed = [self.settled_after] if has_ended else [self.settled_before, self.settled_after]
            if isinstance(settled, str):
                problems.append(settled)
            elif problem := difference(settled, *allowed):
                problems.append("after the next change: " + problem)
            else:
                happened = shared(settled) == shared(self.settled_after)
            stage.take_back()
        return problems + self.problems_of_retry(box, happened)

    def problems_after_failure(self, stage, truth):
        """What is not as it must be where the command said that it failed."""
        problems = []
        for path in {*truth, *self.before, *self.after}:
            if truth.get(path) not in (self.before.get(path), self.after.get(path)):
                problems.append(f"'{path}' is neither before nor after")
        if truth == self.before and not stage.box.leftovers():
            happened = False
        else:
            happened = None
        return problems + self.problems_of_retry(stage.box, happened)

    def message(self, ended):
        """The line that says why it failed; nothing where there is none."""
        for line in ended.err.decode("utf-8", "backslashreplace").splitlines():
            if line.startswith("sessions: ") and not line.startswith("sessions: using "):
                return line
        # What `doctor` finds is its result.
        for line in ended.out.decode("utf-8", "backslashreplace").splitlines():
            if self.case.line.startswith("doctor") and ": damage: " in line:
                return f"'{line}"
        return None

    def says_more(self, ended):
        """Whether it warned of something that the run in which nothing fails does not."""
        return len(ended.err.splitlines()) > len(self.first.err.splitlines())

    def problems_of_retry(self, box, happened):
        """Whether the command does what is left to do. `happened` is nothing where nobody knows."""
        again = box.run(*self.case.words(box), input=self.case.typed(box))
        problems = []
        allowed = []
        if not happened or not self.case.inside or shared(self.settled_before) == shared(self.settled_after):
            allowed.append((self.first.status, self.after))
        if happened is not False:
            allowed.append((self.second.status, self.twice))
        truth = box.truth()
        if again.status not in [status for status, _ in allowed]:
            problems.append(f"the same again ends with {again}")
        elif problem := difference(truth, *[end for status, end in allowed if status == again.status]):
            problems.append("the same again: " + problem)
        left = [path for path in box.leftovers() if path not in self.kept]
        if left:
            problems.append("the same again leaves " + ", ".join(left))
        doctor = box.run("doctor", "-q")
        if doctor.status not in self.doctors:
            problems.append(f"doctor, after the same again, ends with {doctor}")
        return problems


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
