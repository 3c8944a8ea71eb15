"""Many programs that change one session at once, some of them killed; readers beside them; one that stands still."""
import collections
import json
import os
import random
import re
import signal
import subprocess
import threading
import time

from workspace import Box, Result, temporary_folder

# As long as anybody waits for the lock, and somewhat more: what takes longer hangs.
PATIENCE = 30


def run(program, full):
    writers, comments = (64, 100) if full else (16, 10)
    result = Result()
    result += crowd(program, writers, comments, kill=0)
    result += crowd(program, writers, comments, kill=1 / 3)
    result += standing_still(program)
    return result


def make_box(program, folder):
    """As people have it: with the real clock and random ids."""
    box = Box(program, folder)
    del box.environment["SESSIONS_NOW"], box.environment["SESSIONS_ID_SEED"]
    box.make()
    box.do("init", "-q")
    return box


def crowd(program, writers, comments, kill):
    """Each writer adds its comments to one session; `kill` is how many of them are killed on their way."""
    with temporary_folder() as folder:
        box = make_box(program, folder)
        session = box.do("new", "Crowded", "-q")
        crowd = Crowd(box, session, kill)
        start = time.monotonic()
        crowd.work(writers, comments)
        seconds = time.monotonic() - start
        failures = crowd.failures + crowd.count() + crowd.look_after()
        name = f"{writers} writers x {comments}" + (", killed" if kill else "")
        print(
            f"  {name}: {len(crowd.kept)} kept, {len(crowd.done)} acknowledged, {len(crowd.unknown)} unknown, "
            f"{crowd.reads} reads; {seconds:.1f} s, p50 {crowd.latency(0.5):.0f} ms, p99 {crowd.latency(0.99):.0f} ms, "
            f"slowest {crowd.latency(1):.0f} ms", flush=True)
        return Result(writers * comments + crowd.reads, [f"{name}: {line}" for line in failures])


class Crowd:
    def __init__(self, box, session, kill):
        self.box, self.session, self.kill = box, session, kill
        self.lock = threading.Lock()
        self.done, self.unknown, self.failures, self.times = set(), set(), [], [0.01]
        self.kept = []
        self.reads = 0
        self.over = threading.Event()

    def latency(self, share):
        times = sorted(self.times)
        return 1000 * times[min(len(times) - 1, int(share * len(times)))]

    def start(self, *words):
        return subprocess.Popen(
            [self.box.program, *words], cwd=self.box.work, env=self.box.environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def work(self, writers, comments):
        readers = [threading.Thread(target=self.read, args=(words,)) for words in (
            ("show", self.session, "--json"), ("list", "--json"))]
        crowd = [threading.Thread(target=self.write, args=(number, comments)) for number in range(writers)]
        for thread in readers + crowd:
            thread.start()
        for thread in crowd:
            thread.join()
        self.over.set()
        for thread in readers:
            thread.join()

    def write(self, writer, comments):
        chance = random.Random(writer)
        for number in range(comments):
            mark = f"w{writer}-{number}."
            start = time.monotonic()
            program = self.start("comment", self.session, "-m", mark, "-q")
            is_killed = chance.random() < self.kill
            try:
                _, error = program.communicate(timeout=chance.random() * self.usual() if is_killed else PATIENCE)
                is_killed = False
            except subprocess.TimeoutExpired:
                program.kill()
                _, error = program.communicate()
                if not is_killed:
                    self.failures.append(f"{mark} hung")
            with self.lock:
                self.times.append(time.monotonic() - start)
                if program.returncode == 0:
                    self.done.add(mark)
                elif is_killed:
                    self.unknown.add(mark)
                else:
                    self.failures.append(f"{mark} ended with {program.returncode}: {error.decode()[-200:]}")

    def usual(self):
        """How long a comment takes: a kill comes at any moment of it."""
        with self.lock:
            recent = self.times[-50:]
        return 2 * sum(recent) / len(recent)

    def read(self, words):
        while not self.over.is_set():
            program = self.start(*words)
            try:
                out, error = program.communicate(timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                program.kill()
                program.communicate()
                self.failures.append(f"'{words[0]}' hung")
                continue
            self.reads += 1
            try:
                json.loads(out)
            except ValueError as problem:
                self.failures.append(f"'{words[0]}' printed no JSON: {problem}; {error.decode()[-200:]}")

    def count(self):
        """What is said to be done is there once, and nothing is there that nobody wrote."""
        comments = json.loads(self.box.do("show", self.session, "--json"))["comments"]
        self.kept = [comment["text"] for comment in comments]
        times = collections.Counter(self.kept)
        lost = self.done - set(times)
        strange = set(times) - self.done - self.unknown
        twice = [mark for mark, number in times.items() if number > 1]
        return [f"{what}: {sorted(marks)[:5]}" for what, marks in (
            ("lost", lost), ("written by nobody", strange), ("there twice", twice)) if marks]

    def look_after(self):
        """The next command finishes or drops what a killed one began, and leaves nothing lying about."""
        self.box.do("edit", self.session, "--title", "Quiet again", "-q")
        ended = self.box.run("doctor", "--hashes")
        failures = [] if ended.status == 0 else [f"doctor: {ended} {ended.out.decode()}"]
        return failures + [f"left over: {path}" for path in self.box.leftovers()]


def standing_still(program):
    """Who waits for one that stands still with the lock is told of it in time, and nothing is lost."""
    with temporary_folder() as folder:
        box = make_box(program, folder)
        session = box.do("new", "Waited for", "-q")
        lines = "".join(json.dumps(["comment", session, "-m", f"line {number}"]) + "\n" for number in range(400))
        holder = subprocess.Popen(
            [box.program, "batch"], cwd=box.work, env=box.environment, stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        holder.stdin.write(lines.encode())
        holder.stdin.close()
        if not stop_with_lock(holder.pid, box.sessions / "local" / "lock"):
            holder.kill()
            return Result(1, ["standing still: the lock was not seen with its holder"])
        start = time.monotonic()
        ended = box.run("comment", session, "-m", "waited", timeout=PATIENCE)
        seconds = time.monotonic() - start
        told = ended.err.decode()
        os.kill(holder.pid, signal.SIGCONT)
        status = holder.wait(timeout=PATIENCE)
        failures = []
        if ended.status != 7 or ended.out:
            failures.append(f"standing still: not refused with 7 but {ended}")
        if not re.search(rf"\bprocess {holder.pid}\b.*\bsince \d{{4}}-", told):
            failures.append(f"standing still: neither process {holder.pid} nor its age in '{told}'")
        if status != 0:
            failures.append(f"standing still: the holder ended with {status}: {holder.stderr.read().decode()}")
        box.do("comment", session, "-m", "after", "-q")
        texts = [comment["text"] for comment in json.loads(box.do("show", session, "--json"))["comments"]]
        if len(texts) != 401 or "waited" in texts:
            failures.append(f"standing still: {len(texts)} comments instead of 401")
        holder.stderr.close()
        print(f"  a holder that stands still: refused after {seconds:.1f} s with '{told.splitlines()[0]}'", flush=True)
        return Result(1, failures)


def stop_with_lock(process, path):
    """Stops a process while it holds the lock; whether that was managed."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        if is_held(process, path):
            os.kill(process, signal.SIGSTOP)
            # It may have let go between the look and the signal.
            time.sleep(0.05)
            return is_held(process, path)
    return False


def is_held(process, path):
    try:
        inode = path.stat().st_ino
    except FileNotFoundError:
        return False
    with open("/proc/locks", encoding="ascii") as locks:
        return any(
            line.split()[1] == "FLOCK" and line.split()[4] == str(process) and line.split()[5].endswith(f":{inode}")
            for line in locks)
