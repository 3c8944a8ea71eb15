"""The programs that are measured, each with the same records, and how they are run."""

import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
# Where files lie in memory.
MEMORY = "/dev/shm"
# Seconds of running spent on one command in one round, and the most runs in it.
ROUND, MOST_RUNS = 0.6, 40


class Timed:
    """A command that hyperfine runs; `before` is run before each time, and not counted.

    in_memory: it is run where files lie in memory, so that no disk is waited for.
    """

    def __init__(self, *words, before=None, in_memory=False):
        self.words = [str(word) for word in words]
        self.before = before
        self.in_memory = in_memory


class Lengthy:
    """What takes so long that it is timed here: `before` is a function, run before each time and not counted."""

    def __init__(self, *words, before):
        self.words = [str(word) for word in words]
        self.before = before


class Noted:
    """What takes so long that it was run once, when the records were made: the processor time noted then."""

    def __init__(self, path, *words):
        self.path = path
        self.words = [str(word) for word in words]

    @property
    def seconds(self):
        with open(self.path, encoding="utf-8") as file:
            return float(file.read() or "nan")


class Bench:
    """The records of one N, in a folder of the cache, for sessions and its peers."""

    def __init__(self, cache, count, program, say):
        self.count = count
        self.program = program
        self.say = say
        self.folder = f"{cache}/{count}"
        self.work = self.folder + "/work"
        self.sessions_folder = self.work + "/.sessions/sessions"
        self.database = self.folder + "/rows.db"
        self.floor = cache + "/floor"
        self.scratch = self.folder + "/scratch"
        self.memory_folder = f"{MEMORY}/sessions-benchmark-{os.getpid()}"
        # How the index is checked against the files: two configurations of a person.
        self.check = "files"
        self.known = {}

    @property
    def environment(self):
        home = self.folder + "/home"
        return {
            "PATH": os.environ["PATH"], "HOME": home, "TZ": "Europe/Berlin", "LC_ALL": "C.UTF-8",
            "TASKRC": home + "/taskrc", "TIMEWARRIORDB": self.scratch + "/timewarrior",
            "XDG_CONFIG_HOME": f"{home}/config-{self.check}", "XDG_DATA_HOME": home + "/data",
            "SESSIONS_USER": "ada@example.org", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
        }

    def place(self, command):
        """Where a command is run, and with which environment."""
        if not command.in_memory:
            return {"cwd": self.work, "env": self.environment}
        self.fill_memory()
        return {
            "cwd": self.memory_folder + "/work",
            "env": dict(self.environment, TIMEWARRIORDB=self.memory_folder + "/timewarrior"),
        }

    @property
    def has_memory(self):
        """Whether the workspace has room where files lie in memory."""
        return os.path.isdir(MEMORY) and shutil.disk_usage(MEMORY).free > 8_000 * self.count

    def fill_memory(self):
        """Copies the workspace and the database of timewarrior, the first time."""
        if os.path.exists(self.memory_folder):
            return
        os.makedirs(self.memory_folder + "/work")
        shutil.copytree(self.work + "/.sessions", self.memory_folder + "/work/.sessions", symlinks=True)
        shutil.rmtree(self.memory_folder + "/work/.sessions/local", ignore_errors=True)
        os.makedirs(self.memory_folder + "/work/.sessions/local")
        shutil.copytree(self.folder + "/timewarrior", self.memory_folder + "/timewarrior")
        # The index is only sure of what has been left alone for a while.
        time.sleep(2.5)
        self.run(self.program, "list", "-n", "1", cwd=self.memory_folder + "/work", env=self.environment)

    # MARK: Making the records

    def prepare(self):
        os.makedirs(os.path.dirname(self.folder), exist_ok=True)
        subprocess.run(
            ["gcc", "-O2", "-pthread", "-o", self.floor, HERE + "/floor.c"], check=True)
        if not os.path.exists(self.folder):
            self.say(f"{self.count}: making sessions")
            shutil.rmtree(self.folder + ".new", ignore_errors=True)
            subprocess.run(
                [sys.executable, HERE + "/generate.py", str(self.count), self.folder + ".new"], check=True)
            os.rename(self.folder + ".new", self.folder)
        home = self.folder + "/home"
        os.makedirs(home, exist_ok=True)
        with open(home + "/taskrc", "w", encoding="utf-8") as file:
            file.write(f"data.location={self.folder}/task\nconfirmation=no\nverbose=nothing\nhooks=off\n")
        for check in ("files", "folders"):
            self.check = check
            self.run(self.program, "config", "index.check", check)
        self.once("git", self.make_repository)
        self.once("sqlite3", self.make_database)
        self.once("task import", self.make_tasks)
        shutil.rmtree(self.scratch, ignore_errors=True)
        os.makedirs(self.scratch)
        # A first write makes it; without it no index is kept.
        os.makedirs(self.work + "/.sessions/local", exist_ok=True)
        # What the peers are to change is a copy.
        shutil.copytree(self.folder + "/timewarrior", self.scratch + "/timewarrior")
        shutil.copytree(self.folder + "/task", self.scratch + "/task")
        self.export()
        newest = self.run(
            self.program, "list", "--all", "-n", "25", "--sort", "created", "--jsonl", "--fields", "createdAt")
        # When the 25th newest was made.
        self.newest_since = json.loads(newest.stdout.splitlines()[-1])["createdAt"][:19] + "Z"
        self.paused = self.run(self.program, "list", "-n", "1", "status:paused", "-q").stdout.split()[0]

    def once(self, name, make):
        """Does what takes long once, and notes that it is done."""
        mark = f"{self.folder}/made-{name.replace(' ', '-')}"
        if os.path.exists(mark):
            return
        self.say(f"{self.count}: {name}")
        before = os.times()
        make()
        after = os.times()
        seconds = after.children_user + after.children_system - before.children_user - before.children_system
        with open(mark, "w", encoding="utf-8") as file:
            file.write(f"{seconds:.2f}\n")

    def make_repository(self):
        shutil.rmtree(self.work + "/.git", ignore_errors=True)
        for words in (["init", "-q"], ["add", "."], ["-c", "user.name=x", "-c", "user.email=x", "commit", "-qm", "All"]):
            self.run("git", *words)

    def make_database(self):
        for ending in ("", "-wal", "-shm"):
            if os.path.exists(self.database + ending):
                os.remove(self.database + ending)
        with open(self.folder + "/rows.sql", encoding="utf-8") as rows:
            subprocess.run(
                ["sqlite3", self.database], stdin=rows, stdout=subprocess.DEVNULL, check=True)

    def make_tasks(self):
        shutil.rmtree(self.folder + "/task", ignore_errors=True)
        os.makedirs(self.folder + "/task")
        self.run("task", "import", self.folder + "/task.json")

    def export(self):
        """The sessions as the program gives them out, to be taken in again."""
        path = self.folder + "/export.jsonl"
        if os.path.exists(path):
            return
        self.say(f"{self.count}: export")
        with open(path + ".new", "wb") as file:
            subprocess.run(
                [self.program, "export", "--jsonl"], stdout=file, cwd=self.work, env=self.environment, check=True)
        os.rename(path + ".new", path)

    def clean(self):
        """Takes back what the measuring changed in the workspace."""
        shutil.rmtree(self.memory_folder, ignore_errors=True)
        shutil.rmtree(self.scratch, ignore_errors=True)
        shutil.rmtree(self.work + "/.sessions/local", ignore_errors=True)
        self.run("git", "checkout", "-q", ".")
        self.run("git", "clean", "-fdq")

    # MARK: Running

    def run(self, *words, **place):
        place = place or {"cwd": self.work, "env": self.environment}
        result = subprocess.run(words, capture_output=True, text=True, **place)
        if result.returncode != 0:
            raise SystemExit(f"{' '.join(words)}: {result.stderr.strip() or result.returncode}")
        return result

    def time(self, command, is_warm, is_quick):
        """Seconds of each run of one round."""
        if isinstance(command, Noted):
            return [command.seconds]
        if isinstance(command, Lengthy):
            return [self.time_once(command)]
        place = self.place(command)
        key = (command.in_memory, *command.words)
        if key not in self.known:
            began = time.perf_counter()
            if command.before:
                self.run(*command.before, **place)
            subprocess.run(command.words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **place)
            self.known[key] = time.perf_counter() - began
        once = self.known[key]
        runs = 1 if once > 2 else 2 if is_quick else max(2, min(MOST_RUNS, int(ROUND / once)))
        warming = 0 if once > 0.5 else 1 if is_quick else 3
        with tempfile.NamedTemporaryFile(suffix=".json") as result:
            words = ["hyperfine", "-N", "--style", "none", "--output", "pipe", "--runs", str(runs), "--warmup",
                     str(warming), "--export-json", result.name]
            if command.before:
                words += ["--prepare", shlex.join(command.before)]
            done = subprocess.run(words + [shlex.join(command.words)], capture_output=True, text=True, **place)
            if done.returncode != 0:
                raise SystemExit(f"{shlex.join(command.words)}: {done.stderr.strip()}")
            return json.load(result)["results"][0]["times"]

    def time_once(self, command):
        command.before()
        began = time.perf_counter()
        self.run(*command.words)
        return time.perf_counter() - began

    def memory(self, command):
        """MiB at the peak, and MiB of its own when it ends (without the pages of files)."""
        with tempfile.NamedTemporaryFile("r") as result:
            subprocess.run(
                ["/usr/bin/time", "-f", "%M", "-o", result.name, *command.words], cwd=self.work,
                env=self.environment, stdout=subprocess.DEVNULL, check=True)
            peak = int(result.read()) / 1024
        # The end is held up, so that it can be looked at.
        held = subprocess.Popen(
            ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=exit_group", "-e",
             "inject=exit_group:delay_enter=700000", *command.words], cwd=self.work, env=self.environment,
            stdout=subprocess.DEVNULL)
        unshared = 0
        while held.poll() is None:
            time.sleep(0.02)
            unshared = max(unshared, own_memory(held.pid, self.program))
        return peak, unshared


def own_memory(parent, program):
    """MiB of anonymous memory of the child that runs a program, 0 where there is none yet."""
    try:
        with open(f"/proc/{parent}/task/{parent}/children", encoding="utf-8") as file:
            children = file.read().split()
        for child in children:
            if os.readlink(f"/proc/{child}/exe") != os.path.realpath(program):
                continue
            with open(f"/proc/{child}/status", encoding="utf-8") as file:
                for line in file:
                    if line.startswith("RssAnon:"):
                        return int(line.split()[1]) / 1024
    except OSError:
        pass
    return 0

