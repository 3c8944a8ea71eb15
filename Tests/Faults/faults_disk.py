"""A disk that is full: nothing is lost, the reason is said, and with room again the command goes on.

A small file system in memory is filled until so many pages are left, from none up to more than the command needs; the
same with a limit on the size of files. Only root may mount; what cannot be tried is said.
"""
import functools
import os
import resource
import shutil
import signal
import subprocess

import commands
import workspace

PAGE = 4096
# More than any command of the list needs, but the one that makes 40 sessions.
MOST_PAGES = 24
SIZES = (0, 1, 10, 100, 300, 600, 1000, 2000, 5000, 20000)


def run(program, full):
    cases = [case for case in commands.WRITING if not case.reads and (full or case.bounded)]
    if os.geteuid() != 0 or not can_mount():
        print("disk: the full disk is skipped, it takes root and a mount; the limit on files is tried")
        return workspace.in_parallel(functools.partial(fill, program, False), cases)
    return workspace.in_parallel(functools.partial(fill, program, True), cases)


def can_mount():
    with workspace.temporary_folder() as folder:
        if mount(folder):
            subprocess.run(["umount", folder], check=True)
            return True
    return False


def mount(folder):
    return subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder], stderr=subprocess.DEVNULL).returncode == 0


def fill(program, mounts, case):
    with workspace.temporary_folder() as folder:
        if mounts and not mount(folder):
            raise RuntimeError("what could be mounted before cannot be mounted now")
        try:
            return FullDisk(program, folder, case, mounts).run()
        finally:
            if mounts:
                subprocess.run(["umount", "-l", folder], check=True)


class FullDisk:
    def __init__(self, program, folder, case, mounts):
        self.case = case
        self.mounts = mounts
        self.stage = workspace.Stage(program, folder)
        self.result = workspace.Result()

    def run(self):
        self.expected = workspace.Expected(self.stage, self.case)
        for pages in range(MOST_PAGES) if self.mounts else ():
            self.try_with(f"{pages} pages left", run_with_room, pages)
        for size in SIZES:
            self.try_with(f"files up to {size} bytes", run_with_small_files, size)
        return self.result

    def try_with(self, what, run, limit):
        box = self.stage.put_back()
        ended = run(box, self.case, limit)
        self.result.points += 1
        self.result.failures += [
            f"disk '{self.case}' with {what}: {problem}" for problem in self.problems(box, ended)]

    def problems(self, box, ended):
        if ended.status < 0 or ended.status >= 128:
            yield f"it ended with {ended}"
        elif ended.status == 0:
            if missing := workspace.difference(box.truth(), self.expected.after):
                if not (self.expected.says_more(ended)
                        and workspace.shared(box.truth()) == workspace.shared(self.expected.after)):
                    yield f"it ended with 0, but {missing}"
        else:
            if not self.expected.message(ended):
                yield f"it ended with {ended.status} and no line that says why"
            yield from self.expected.problems_after_failure(self.stage, box.truth())


def run_with_room(box, case, pages):
    """With that many pages left on the disk."""
    filler = box.folder.parent / "filler"
    words = case.words(box)
    free = shutil.disk_usage(filler.parent).free // PAGE
    with open(filler, "wb") as file:
        file.write(b"\0" * PAGE * max(0, free - pages))
    try:
        return box.run(*words, input=case.typed(box))
    finally:
        filler.unlink()


def run_with_small_files(box, case, size):
    """Where no file may grow larger. Whoever does not see to it dies of the signal for that."""
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)

    return box.run(*case.words(box), input=case.typed(box), before=limit)
