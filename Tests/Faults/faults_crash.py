"""Every command dies at every call that changes a file, locks one or syncs one, and in the middle of every write.

Afterwards each file is as before or as after; `doctor` finds nothing wrong; the next change leaves all files as before
or all as after; and the same command again does what it would have done, and leaves nothing behind.
"""
import functools

import commands
import tracer
import workspace

NAMES = tracer.CHANGES | tracer.OPENS


def run(program, full):
    if not tracer.is_possible():
        print("crash: skipped, it takes Linux on x86_64 and the right to trace")
        return workspace.Result()
    cases = [case for case in commands.WRITING if full or case.bounded]
    return workspace.in_parallel(functools.partial(crash_everywhere, program), cases)


def crash_everywhere(program, case):
    with workspace.temporary_folder() as folder:
        return Crashes(program, folder, case).run()


class Crashes:
    def __init__(self, program, folder, case):
        self.case = case
        self.stage = workspace.Stage(program, folder)
        self.result = workspace.Result()

    def run(self):
        self.expected = workspace.Expected(self.stage, self.case)
        points = self.points()
        for index, (call, count) in enumerate(points):
            self.crash(index, call, tracer.Fault(kill=True))
            if count > 1:
                self.crash(index, f"half of {call}", tracer.Fault(bytes=count // 2, kill=True))
        return self.result

    def points(self):
        """Every call that changes something in the box, and the bytes it writes."""
        points = []
        box = self.stage.put_back()

        def entered(call):
            if call.changes() and box.touches(call):
                points.append((str(call).replace(str(box.folder) + "/", ""), written(call)))

        box.trace(self.case, entered, names=NAMES)
        return points

    def crash(self, number, name, fault):
        seen = 0
        box = self.stage.put_back()

        def entered(call):
            nonlocal seen
            if not (call.changes() and box.touches(call)):
                return None
            seen += 1
            return fault if seen == number + 1 else None

        self.result.points += 1
        ended = box.trace(self.case, entered, names=NAMES)
        if ended.status is not None and ended.status != -9:
            problems = [f"it was to die and ended with {ended}"]
        else:
            problems = self.expected.problems_after_crash(self.stage)
        self.result.failures += [f"crash '{self.case}' at {number} {name}: {problem}" for problem in problems]


def written(call):
    return call.count if call.name in tracer.WRITES else 0
