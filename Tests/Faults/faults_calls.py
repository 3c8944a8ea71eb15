"""Every call on a file of the workspace fails, once and from then on, with each error that fits it.

The command ends by itself: with 0, and then what it was to do is done and printed; or with another status and a line
that says why, with everything as before or as after, and then it works when tried again. Writes that are cut short
are no error at all. Only of what is derived (the index, the note of who has the lock) may a failure go unsaid.
"""
import errno
import functools
import os
import zlib

import commands
import tracer
import workspace

ERRORS = {
    "open": ["EACCES", "EMFILE", "EIO", "ENOSPC", "EINTR"],
    "write": ["ENOSPC", "EIO", "EDQUOT", "EINTR"],
    "sync": ["EIO", "ENOSPC", "EINTR"],
    "name": ["EIO", "ENOSPC", "EACCES"],
    "remove": ["EIO", "EACCES"],
    "read": ["EIO", "EINTR"],
    "look": ["EIO", "EACCES"],
    "flock": ["ENOLCK", "EINTR"],
    "mmap": ["ENOMEM"],
    "fcntl": ["EMFILE"],
    "close": ["EIO"],
    "lseek": ["EIO"],
}
KINDS = {
    "open": "open openat openat2 creat", "write": "write pwrite64 writev ftruncate fallocate truncate sendfile",
    "sync": "fsync fdatasync syncfs", "name": "rename renameat renameat2 link linkat mkdir mkdirat",
    "remove": "unlink unlinkat rmdir chmod fchmod fchmodat utimensat", "read": "read pread64 readv getdents64",
    "look": "stat lstat fstat newfstatat statx access faccessat faccessat2 readlink readlinkat",
}
KIND = {name: kind for kind, names in KINDS.items() for name in names.split()}
# A disk that stays full.
FULL = {"write", "name", "sync"}
# What may not go unsaid. Where a file could not be given its name, its absence would show.
MATTERS = {"write", "sync"}
DERIVED = ("/local/index", "/local/lock", "/local/tmp/index", "/local/marks", "/local/tmp/recent", "/local/running")
# Of all points, every one in so many: of the few commands of the bounded form, and of all commands, which have 41,000.
# Which ones is told by a hash, so that no kind of call or error is always left out.
BOUNDED_SHARE = 24
FULL_SHARE = 7


def run(program, full):
    if not tracer.is_possible():
        print("calls: skipped, it takes Linux on x86_64 and the right to trace")
        return workspace.Result()
    cases = [case for case in commands.WRITING + commands.READING if full or case.bounded or case in commands.READING]
    return workspace.in_parallel(functools.partial(fail_everywhere, program, full), cases)


def fail_everywhere(program, full, case):
    with workspace.temporary_folder() as folder:
        return FailingCalls(program, folder, case, full).run()


class FailingCalls:
    def __init__(self, program, folder, case, full):
        self.case = case
        self.share = FULL_SHARE if full else BOUNDED_SHARE
        self.stage = workspace.Stage(program, folder)
        self.result = workspace.Result()

    def run(self):
        self.expected = workspace.Expected(self.stage, self.case)
        for number, (name, error, lasting) in enumerate(self.points()):
            key = zlib.crc32(f"{self.case} {number} {error} {lasting}".encode())
            if key % self.share == 0:
                self.fail(name, error, lasting)
        return self.result

    def points(self):
        """Each call by its place, with each error, once and lasting; and each write cut short."""
        calls = []
        box = self.stage.put_back()

        def entered(call):
            if box.touches(call):
                calls.append((call.name, call.count if call.name in tracer.WRITES else 0))

        box.trace(self.case, entered)
        for index, (name, count) in enumerate(calls):
            for error in errors_of(name):
                yield index, error, False
                if error != "EINTR":
                    yield index, error, True
            if count > 1:
                yield index, "short", False

    def fail(self, index, error, lasting):
        seen = 0
        first = None
        box = self.stage.put_back()

        def entered(call):
            nonlocal seen, first
            if not box.touches(call):
                return None
            seen += 1
            if seen == index + 1:
                first = call
                if error == "short":
                    return tracer.Fault(bytes=call.count // 2)
                return tracer.Fault(error=getattr(errno, error))
            if lasting and first and goes_on_failing(first, call, error):
                return tracer.Fault(error=getattr(errno, error))
            return None

        self.result.points += 1
        ended = box.trace(self.case, entered)
        if not first:
            return
        where = str(first).replace(str(box.folder) + "/", "")
        problems = list(self.problems(box, ended, first, error))
        self.result.failures += [
            f"calls '{self.case}' {error}{' lasting' if lasting else ''} at {index} {where}: {problem}"
            for problem in problems]

    def problems(self, box, ended, call, error):
        expected = self.expected
        truth = box.truth()
        if ended.status < 0 or ended.status >= 128:
            yield f"it ended with {ended}"
        elif ended.status == 0:
            said = expected.says_more(ended)
            missing = workspace.difference(truth, expected.after)
            if missing and not (said and workspace.shared(truth) == workspace.shared(expected.after)):
                yield f"it ended with 0, but {missing}"
            elif ended.out != expected.first.out:
                yield f"it ended with 0, but printed {ended.out[-200:]}"
            elif error not in ("EINTR", "short") and is_swallowed(call) and not said:
                yield "it ended with 0 and said nothing"
        else:
            if error == "short":
                yield f"a short write is no error, but it ended with {ended}"
            line = expected.message(ended)
            if not line:
                yield f"it ended with {ended.status} and no line that says why"
            elif error != "short" and not says_why(line, error):
                yield f"it ended with {ended.status} and does not say what failed: {line}"
            yield from expected.problems_after_failure(self.stage, truth)


def errors_of(name):
    return ERRORS.get(KIND.get(name, name), ["EIO"])


def goes_on_failing(first, call, error):
    if error == "ENOSPC" and KIND.get(first.name) in FULL | {"open"}:
        if call.name in ("open", "openat"):
            return bool(call.flags & os.O_CREAT)
        return KIND.get(call.name) in FULL
    return call.name == first.name


def is_swallowed(call):
    return KIND.get(call.name) in MATTERS and not any(
        mark in path for path in call.paths for mark in DERIVED)


def says_why(line, error):
    """Whether it names a file and what the system said of it, or that something was in the way."""
    return "'" in line and ": " in line
