"""The power goes after every change that a command makes: whatever the disk may hold then is as before or as after.

A model, as in the ALICE paper: the changes of a command to its files are recorded with their bytes and replayed up to
each of them. Of what was not synced, the content of a file can be missing, zero or cut; names can be missing from the
last one on, or any one alone, or all but one. Once the command has ended with 0, it is as after, whatever is lost.
"""
import dataclasses
import functools
import hashlib
import os
import pathlib
import shutil
import stat

import commands
import tracer
import workspace

NAMES = tracer.CHANGES | tracer.OPENS
# Steps, loose changes at each, and states of the disk in all that are tried of a command, evenly chosen where there are
# more: an import alone has a hundred thousand states.
MOST_STEPS = 40
MOST_LOOSE = 30
MOST_STATES = 1500
MOST_BOUNDED = 60


def run(program, full):
    if not tracer.is_possible():
        print("power: skipped, it takes Linux on x86_64 and the right to trace")
        return workspace.Result()
    cases = [case for case in commands.WRITING if not case.reads and (full or case.bounded)]
    return workspace.in_parallel(functools.partial(cut_everywhere, program, full), cases)


def cut_everywhere(program, full, case):
    with workspace.temporary_folder() as folder:
        return PowerCuts(program, folder, case).run(MOST_STATES if full else MOST_BOUNDED)


@dataclasses.dataclass(frozen=True)
class Step:
    """One change. `name` is a path for `make`, `folder`, `rename`, `link`, `remove` and `sync-folder`, which can have
    another, `to`; `file` is the number of an open file for `write`, `cut` and `sync`."""
    kind: str
    name: str = ""
    to: str = ""
    file: int = 0
    offset: int = 0
    bytes: bytes = b""

    @property
    def folder(self):
        """Whose sync puts the new name on disk, or takes the old one away."""
        return os.path.dirname(self.to or self.name)

    def __str__(self):
        return " ".join(str(part) for part in (self.kind, self.name or self.file, self.to) if part)


NAMING = {"make", "folder", "rename", "link", "remove"}


class Recorder:
    """Watches a command, and keeps what it changes in the box as steps."""

    def __init__(self, box):
        self.box = box
        self.steps = []
        # Files by inode: their numbers.
        self.numbers = {}
        self.names, self.contents = self.look()

    def look(self):
        """What is there: a number for each file, nothing for a folder, and the bytes by number."""
        names, contents = {}, {}
        for folder, folders, files in os.walk(self.box.folder):
            for name in folders:
                names[self.relative(os.path.join(folder, name))] = None
            for name in files:
                path = pathlib.Path(folder, name)
                number = self.number(path.stat())
                names[self.relative(path)] = number
                contents[number] = path.read_bytes()
        return names, contents

    def relative(self, path):
        return os.path.relpath(path, self.box.folder)

    def number(self, status, is_new=False):
        if is_new or status.st_ino not in self.numbers:
            self.numbers[status.st_ino] = max(self.numbers.values(), default=0) + 1
        return self.numbers[status.st_ino]

    def entered(self, call):
        call.was_there = [os.path.lexists(path) for path in call.paths]
        if call.name in tracer.WRITES or call.name == "ftruncate":
            call.offset = position(call)

    def left(self, call, result):
        if result < 0 or not self.box.touches(call):
            return
        step = self.step(call, result)
        if step:
            self.steps.append(step)

    def step(self, call, result):
        names = [self.relative(path) for path in call.paths]
        if call.name in tracer.OPENS:
            if not call.flags & os.O_CREAT or call.was_there[0]:
                if call.flags & os.O_TRUNC:
                    return Step("cut", file=self.number(os.stat(call.paths[0])))
                return None
            return Step("make", names[0], file=self.number(os.stat(call.paths[0]), is_new=True))
        if call.name in tracer.SYNCS:
            status = os.stat(call.descriptor)
            if call.name == "syncfs":
                return Step("sync-all")
            if stat.S_ISDIR(status.st_mode):
                return Step("sync-folder", names[0])
            return Step("sync", names[0], file=self.number(status))
        if call.name in tracer.WRITES:
            status = os.stat(call.descriptor)
            if not stat.S_ISREG(status.st_mode):
                return None
            return Step("write", file=self.number(status), offset=call.offset,
                        bytes=call.memory(call.arguments[1], result))
        if call.name == "ftruncate":
            return Step("cut", file=self.number(os.stat(call.descriptor)), offset=call.arguments[1])
        if call.name in ("mkdir", "mkdirat"):
            return Step("folder", names[0])
        if call.name.startswith("rename"):
            return Step("rename", *names)
        if call.name.startswith("link"):
            return Step("link", *names)
        if call.name in ("unlink", "unlinkat", "rmdir"):
            return Step("remove", names[0])
        if call.name in ("flock", "fchmod"):
            return None
        raise RuntimeError(f"a power cut at '{call}' is not modelled")


def position(call):
    """Where a write begins."""
    if call.name == "pwrite64":
        return call.arguments[3]
    with open(f"/proc/{call.process}/fdinfo/{tracer.signed(call.arguments[0])}") as lines:
        return int(lines.readline().split()[1])


def replay(names, contents, steps, without=(), mangled=None):
    """The names and contents after steps, without some, with the bytes of writes as `mangled` makes them."""
    names, contents = dict(names), dict(contents)
    for index, step in enumerate(steps):
        if index in without:
            continue
        if step.kind == "make":
            names[step.name] = step.file
            contents.setdefault(step.file, b"")
        elif step.kind == "folder":
            names[step.name] = None
        elif step.kind == "write":
            old = contents.get(step.file, b"").ljust(step.offset, b"\0")
            new = mangled(step.bytes) if mangled and index in mangled.at else step.bytes
            contents[step.file] = old[:step.offset] + new + old[step.offset + len(new):]
        elif step.kind == "cut":
            contents[step.file] = contents.get(step.file, b"")[:step.offset].ljust(step.offset, b"\0")
        elif step.kind == "rename" and step.name in names:
            names[step.to] = names.pop(step.name)
        elif step.kind == "link" and step.name in names:
            names[step.to] = names[step.name]
        elif step.kind == "remove":
            names.pop(step.name, None)
    return names, contents


@dataclasses.dataclass(frozen=True)
class Mangled:
    """What is on disk of some writes: zeros, or a half."""
    how: str
    at: frozenset

    def __call__(self, bytes):
        return b"\0" * len(bytes) if self.how == "zero" else bytes[:len(bytes) // 2]


def states(names, contents, steps):
    """Every state of the disk: whether the command has ended by then, what is lost, names and contents."""
    for count in range(len(steps), -1, -(len(steps) // MOST_STEPS + 1)):
        done = steps[:count]
        ended = count == len(steps)
        last_all = max((i for i, step in enumerate(done) if step.kind == "sync-all"), default=-1)
        synced = {}
        for i, step in enumerate(done):
            if step.kind == "sync":
                synced["file", step.file] = i
            elif step.kind == "sync-folder":
                synced["folder", step.name] = i
        last = max([last_all, *synced.values()])
        loose_bytes = [i for i, step in enumerate(done) if step.kind in ("write", "cut")
                       and i > max(last_all, synced.get(("file", step.file), -1))]
        loose_names = [i for i, step in enumerate(done) if step.kind in NAMING and i > last_all
                       and synced.get(("folder", step.folder), -1) < i]

        def state(what, without=(), mangled=None):
            return (ended, f"step {count}, {what}", *replay(names, contents, done, without, mangled))

        yield state("nothing lost")
        files = sorted({done[i].file for i in loose_bytes})
        for chosen in [set(files), *({file} for file in some(files))]:
            at = frozenset(i for i in loose_bytes if done[i].file in chosen)
            if at:
                yield state(f"contents of {len(chosen)} files lost", at)
                yield state(f"contents of {len(chosen)} files zero", (), Mangled("zero", at))
                yield state(f"contents of {len(chosen)} files cut", (), Mangled("half", at))
        # Names go to disk in their order, contents when they like.
        for first in range(last + 1, count):
            gone = {i for i, step in enumerate(done) if step.kind in NAMING and i >= first}
            if gone:
                yield state(f"no name from {first} on", gone)
        # Weaker than any file system is.
        loose = set(loose_bytes + loose_names)
        for i in some(sorted(loose)):
            yield state(f"without '{done[i]}'", {i})
            yield state(f"of all loose only '{done[i]}'", loose - {i})
        yield state("all loose lost", loose)


def some(items):
    """Not more than can be tried one by one, the last one among them."""
    return items[::-(len(items) // MOST_LOOSE + 1)]


class PowerCuts:
    def __init__(self, program, folder, case):
        self.case = case
        self.stage = workspace.Stage(program, folder)
        self.result = workspace.Result()

    def run(self, most):
        self.expected = workspace.Expected(self.stage, self.case)
        box = self.stage.put_back()
        recorder = Recorder(box)
        names, contents = recorder.names, recorder.contents
        box.trace(self.case, recorder.entered, recorder.left, NAMES)
        found = {}
        for ended, what, *state in states(names, contents, recorder.steps):
            state = reachable(*state)
            found.setdefault((ended, digest(*state)), (ended, what, *state))
        chosen = list(found.values())
        every = -(-len(chosen) // most)
        # From the end on, where the command has ended.
        for state in chosen[::-every]:
            self.cut(*state)
        self.check_end(recorder, names, contents)
        return self.result

    def check_end(self, recorder, names, contents):
        """The replay of all steps has to be what is there, or the model says nothing."""
        box = self.stage.put_back()
        box.run(*self.case.words(box), input=self.case.typed(box))
        self.lay_out(*reachable(*replay(names, contents, recorder.steps)))
        if problem := workspace.difference(box.truth(), self.expected.after):
            self.result.failures.append(f"power '{self.case}': the model differs from what happens: {problem}")

    def lay_out(self, names, contents):
        box = self.stage.box
        shutil.rmtree(box.folder)
        box.folder.mkdir()
        for path in sorted(names):
            full = box.folder / path
            if names[path] is None:
                full.mkdir()
            else:
                full.write_bytes(contents.get(names[path], b""))

    def cut(self, ended, what, names, contents):
        self.result.points += 1
        self.lay_out(names, contents)
        problems = self.expected.problems_after_crash(self.stage, has_ended=ended)
        self.result.failures += [f"power '{self.case}' {what}: {problem}" for problem in problems]


def reachable(names, contents):
    """Without what lies in a folder that is not there."""
    def is_there(path):
        above = os.path.dirname(path)
        return not above or (above in names and names[above] is None and is_there(above))

    kept = {path: number for path, number in names.items() if is_there(path)}
    return kept, contents


def digest(names, contents):
    total = hashlib.sha256()
    for path in sorted(names):
        number = names[path]
        total.update(f"{path}\0".encode() + (b"/" if number is None else contents.get(number, b"")) + b"\1")
    return total.digest()
