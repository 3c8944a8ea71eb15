"""Hostile trees and texts: links that lead out, devices, names and texts that talk to the terminal.

Nothing outside is read, written or waited for, nothing that a terminal obeys is printed, and no command ends by a signal.
"""
import hashlib
import json
import os
import pty
import re
import select
import socket
import stat
import subprocess
import time

import faults_input
from workspace import Box, Ended, Result, in_parallel, temporary_folder

SECRET = b"TOP-SECRET-7f3a"
ID = faults_input.SESSION
UNSEEN = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f\udc80-\udcff]")


def run(program, full):
    result = in_parallel(stand_in, [(program, place, full) for place in PLACES])
    texts = TEXTS if full else TEXTS[::4]
    result += in_parallel(type_in, [(program, text) for text in texts])
    result += in_parallel(store, [(program, text) for text in texts])
    result += whole_trees(program)
    result += watched(program)
    return result


# MARK: Trees

# What a hostile repository, archive or colleague can put where a file or folder of a workspace belongs.
PLACES = [
    f"sessions/2026-11/{ID}.json", "sessions/2026-11", "sessions", f"attachments/{ID}", f"attachments/{ID}/{faults_input.HASH}",
    "attachments", "templates", "templates/own.json", "workspace.json", "local", "local/index", "local/lock", "local/tmp",
    "local/operations", "local/marks",
]


def things(outside):
    def sparse(path):
        with open(path, "wb") as file:
            os.truncate(file.fileno(), 1 << 40)

    def bind(path):
        # The name of a socket is short, so it is made by a short way to the same place.
        here = os.getcwd()
        os.chdir(path.parent)
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
        os.chdir(here)

    def deep(path):
        path.mkdir()
        here = os.getcwd()
        os.chdir(path)
        for _ in range(500):
            os.mkdir("d")
            os.chdir("d")
        os.chdir(here)

    def odd(path):
        path.mkdir()
        for name in ("a\nb.json", "\x1b[31mx.json", b"a\xff.json".decode(errors="surrogateescape"), "-rf.json", "\u202ecod.json",
                     "A.json", "a.json", "\u00e9.json", "e\u0301.json", "x" * 250, f"{ID}.json\n", ".git", "..."):
            (path / name).write_text("{}")

    def crowded(path):
        path.mkdir()
        for number in range(3000):
            (path / f"{number:05}.json").touch()

    made = {
        "a link to a file outside": lambda path: path.symlink_to(outside / "secret.json"),
        "a relative link out": lambda path: path.symlink_to(os.path.relpath(outside / "secret.json", path.parent)),
        "a link to a folder outside": lambda path: path.symlink_to(outside / "folder"),
        "a link to itself": lambda path: path.symlink_to(path.name),
        "a link to nothing": lambda path: path.symlink_to(outside / "nothing"),
        "a link to zeros without end": lambda path: path.symlink_to("/dev/zero"),
        "a link to the memory": lambda path: path.symlink_to("/proc/self/mem"),
        "a link to what is typed": lambda path: path.symlink_to("/dev/stdin"),
        "a second name of a file outside": lambda path: os.link(outside / "secret.json", path),
        "a pipe": os.mkfifo,
        "a socket": bind,
        "a folder": lambda path: path.mkdir(),
        "an empty file": lambda path: path.touch(),
        "zeros": lambda path: path.write_bytes(bytes(4096)),
        "1 TB of nothing": sparse,
        "folders in folders": deep,
        "odd names": odd,
        "3,000 files": crowded,
    }
    if os.geteuid() == 0:
        made["a device"] = lambda path: os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 5))
    return made


ALWAYS = [("list", "--all", "--json"), ("doctor", "--hashes"), ("new", "Another", "-q"), ("doctor", "--fix")]
FULLY = [
    ("show", ID), ("search", "login"), ("stats",), ("comment", ID, "-m", "hello"), ("attach", ID, "a.txt"),
    ("attach", "get", ID, "trace.txt", "--force"), ("attach", "verify", ID), ("template", "list"), ("template", "show", "own"),
    ("new", "-t", "own", "Made"), ("undo",), ("op", "log"), ("delete", ID), ("export",), ("__complete", "tag", ""), ("init",),
    ("gc",),
]


def stand_in(job):
    """Puts each thing into one place of a workspace, and looks at what the commands make of it."""
    program, place, full = job
    result = Result()
    for what in things(None):
        with temporary_folder() as folder:
            box = prepared(program, folder)
            path = box.sessions / place
            put_away(box, path)
            things(box.folder / "outside")[what](path)
            before = seen(box.folder / "outside")
            for words in ALWAYS + FULLY if full else ALWAYS:
                ended = box.run(*words, timeout=15)
                problems = judge(ended)
                if what == "a second name of a file outside":
                    # It is the file itself, which no reader can tell.
                    problems = [problem for problem in problems if "what is outside" not in problem]
                if seen(box.folder / "outside") != before:
                    problems.append("something outside was changed")
                result += Result(1, [f"{what} as {place}: '{' '.join(words)}' {problem}" for problem in problems])
    return result


def prepared(program, folder):
    box = Box(program, folder)
    box.make()
    outside = box.folder / "outside"
    (outside / "folder").mkdir(parents=True)
    secret = json.dumps(faults_input.document(title=SECRET.decode()))
    (outside / "secret.json").write_text(secret)
    for name in (f"{ID}.json", "workspace.json", "own.json", faults_input.HASH):
        (outside / "folder" / name).write_text(secret)
    (box.work / "a.txt").write_text("a file\n")
    box.do("init", "-q")
    file = box.sessions / "sessions" / "2026-11" / f"{ID}.json"
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps(faults_input.document()))
    content = box.sessions / "attachments" / ID / faults_input.HASH
    content.parent.mkdir(parents=True)
    content.touch()
    (box.sessions / "templates").mkdir(exist_ok=True)
    (box.sessions / "templates" / "own.json").write_text('{"schema": 1, "title": "Own"}')
    box.do("new", "Own", "-q", SESSIONS_ID_SEED="2")
    return box


def put_away(box, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        path.rename(box.folder / "away")


def seen(folder):
    """All there is in a folder: kinds, permissions, names and contents."""
    found = []
    for path, folders, files in os.walk(folder):
        for name in folders + files:
            full = os.path.join(path, name)
            status = os.lstat(full)
            content = b""
            if stat.S_ISREG(status.st_mode):
                with open(full, "rb") as file:
                    content = hashlib.sha256(file.read()).digest()
            found.append((full, status.st_mode, status.st_mtime_ns, content))
    return sorted(found)


def judge(ended, known=""):
    """What is wrong with how a command ended; `known` may be printed as it is."""
    problems = []
    if not 0 <= ended.status <= 7:
        problems.append(f"ended with {ended}")
    if SECRET in ended.out + ended.err:
        problems.append("printed what is outside")
    for text in (ended.out, ended.err):
        shown = text.decode("utf-8", "surrogateescape")
        found = UNSEEN.search(shown.replace(known, "") if known else shown)
        if found:
            problems.append(f"printed {found.group()!r} in {shown[max(0, found.start() - 40):][:80]!r}")
    return problems


def whole_trees(program):
    """A workspace that brings a repository with programs to run: none of them is."""
    with temporary_folder() as folder:
        box = prepared(program, folder)
        ran = box.folder / "ran"
        git = box.work / ".git"
        (git / "hooks").mkdir(parents=True)
        for name in ("objects", "refs"):
            (git / name).mkdir()
        (git / "HEAD").write_text("ref: refs/heads/main\n")
        (git / "config").write_text("".join(
            f"[{part}]\n\t{name} = touch {ran}\n" for part, name in (
                ("core", "fsmonitor"), ("core", "sshCommand"), ("core", "pager"), ("core", "editor"), ("merge \"sessions\"", "driver"),
                ("alias", "config"), ("credential", "helper"), ("diff", "external"))))
        for name in ("post-checkout", "pre-commit", "post-index-change", "reference-transaction"):
            hook = git / "hooks" / name
            hook.write_text(f"#!/bin/sh\ntouch {ran}\n")
            hook.chmod(0o755)
        # What lies in a workspace, and looks as if it were a person's settings.
        for name in ("config.json", "local/config.json", "hooks/post-start", "hooks/pre-complete"):
            file = box.sessions / name
            file.parent.mkdir(exist_ok=True)
            file.write_text(f"#!/bin/sh\ntouch {ran}\n")
            file.chmod(0o755)
        del box.environment["SESSIONS_USER"]
        result = Result()
        for words in (("new", "One", "--start", "-q"), ("comment", "@", "-m", "x"), ("pause", "@"), ("complete", "@"), ("status",),
                      ("goal", "add", "@", "G", "--check", f"touch {ran}"), ("list",), ("doctor", "--fix"), ("show", "@")):
            ended = box.run(*words)
            result += Result(1, [f"a hostile repository: '{' '.join(words)}' {problem}" for problem in judge(ended)])
        if ran.exists():
            result.failures.append("a hostile repository: a program of it was run")
        return result


# MARK: What is opened

WRITES = re.compile(
    r"^(?:\d+ +)?(openat|open|creat|renameat2?|rename|unlinkat|unlink|mkdirat|mkdir|rmdir|linkat|link|symlinkat|symlink|"
    r"fchmodat|chmod|truncate|mknodat|mknod)\((.*)\) += (\d+|-1 \w+)")


def watched(program):
    """Every path that is opened to be written, moved, made or removed lies in the workspace or the home."""
    if not any(os.access(os.path.join(folder, "strace"), os.X_OK) for folder in ("/usr/bin", "/bin", "/usr/local/bin")):
        print("  no strace here, so nobody watches what is opened", flush=True)
        return Result()
    with temporary_folder() as folder:
        box = prepared(program, folder)
        log = box.folder / "calls"
        result = Result()
        for words in [*ALWAYS, *FULLY, ("start", ID), ("pause", ID), ("archive", ID), ("restore", ID), ("config", "user.email", "x@y"),
                      ("template", "new", "made", "--tag", "x"), ("view", "save", "mine", "is:mine")]:
            subprocess.run(
                ["strace", "-f", "-y", "-qq", "-e", "trace=%file", "-e", "signal=none", "-o", log, box.program, *words],
                cwd=box.work, env=box.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL, timeout=60, check=False)
            outside = written_outside(log.read_text(errors="surrogateescape"), box)
            result += Result(1, [f"watched: '{' '.join(words)}' {call}" for call in outside])
        return result


def written_outside(log, box):
    inside = tuple(os.path.realpath(folder) + "/" for folder in (box.work, box.home))
    for line in log.splitlines():
        call = WRITES.match(line)
        if not call or call[1].startswith("open") and not re.search(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC", call[2]):
            continue
        bases = re.findall(r"(?:AT_FDCWD|\d+)<([^>]*)>", call[2]) or [str(box.work)]
        names = re.findall(r'"((?:[^"\\]|\\.)*)"', call[2])
        for number, name in enumerate(names):
            path = os.path.normpath(os.path.join(bases[min(number, len(bases) - 1)], name))
            if not (path + "/").startswith(inside) and path != "/dev/null":
                yield line


# MARK: Texts

ESCAPES = [
    "\x1b[31mred\x1b[0m", "\x1b]0;owned\x07", "\x1b]52;c;cm0gLXJmIH4K\x07", "\x1b]8;;http://evil.example/\x1b\\click", "\x1bP$q\"p\x1b\\",
    "\x1b[6n", "\x1b[?1049h", "\x1b[1A\x1b[2Kfake", "ok\rNO", "abc\b\b\bxyz", "\u009b31mC1", "\u0090q\u009c", "bell\a", "a\x7fb",
    "a\v\fb", "a\nb", "a\r\nb", "a\tb", "a\u0085b", "a\u2028b\u2029c", "\u202egnp.exe", "a\u2066b\u2069", "\u200fRLM\u061c",
    "a\u200bb\ufeff", "\U000e0041", "\ufff9a\ufffb", "w" + "\u0301" * 300, "\U0001f469\u200d\U0001f467", "\u6f22\u5b57" * 60,
    "\ufffe\uffff\U0010ffff", " " * 300, "\u3000\u00a0", "", "x" * 100_000, "%s%n%@", "{{title}}{id}", "<script>", "=cmd|'/C calc'!A0",
    "$(touch ran)`touch ran`;touch ran|touch ran&", "'\"\\", "-", "--", "--help", "-rf", "@", "@-", "@/etc/passwd",
    b"a\xffb".decode(errors="surrogateescape"), b"\xc0\xae\xc0\xae/x".decode(errors="surrogateescape"),
]
PATHS = [
    "../x", "..", ".", "/etc/passwd", "//x", "a/../../x", "a/b", "a\\b", "..\\x", "C:\\x", "CON", "nul.txt", "a:b", "a.", "a ", " a",
    ".git", ".GIT/config", "git~1", ".g\u200cit", ".gitattributes", ".sessions", "config.json", "index", "lock", "--upload-pack=x",
    "~", "$HOME", "*", "[a-z]", "%2e%2e%2fx", "\uff0e\uff0e\uff0fx", "y" * 255, "y" * 256, "\u00e9" * 128, "a/" * 2000, "0", "null",
    ID.upper(), ID + "/", ID + "\n", "./" + ID,
]
NUMBERS = ["-1", "0", "00", "1e9", "9" * 400, "NaN", "inf", "0x10", "1_000", "\u0661", "1.5.2", "-99999w", "99999d", "24:00", "2026-02-30"]
TEXTS = ESCAPES + PATHS + NUMBERS

# Every place of a command line where a text can stand; T is the text. Paths that a person names for a file to be
# made or a folder to be gone to are theirs to name, and are not here.
LINES = [
    ("T",), ("new", "T"), ("new", "t", "-p", "T"), ("new", "t", "--tag", "T"), ("new", "t", "--goal", "T"), ("new", "t", "--with", "T"),
    ("new", "t", "-m", "T"), ("new", "t", "-t", "T"), ("new", "t", "-t", "own", "--set", "T"), ("new", "t", "--plan", "T"),
    ("new", "t", "--attach", "T"), ("new", "t", "-F", "T"), ("list", "T"), ("list", "tag:T"), ("list", "created:T"), ("list", "--sort", "T"),
    ("list", "--format", "T"), ("list", "--fields", "T"), ("list", "-n", "T"), ("list", "--page", "T"), ("search", "T"), ("search", '"T'),
    ("show", "T"), ("start", "T"), ("start", ID, "--at", "T"), ("start", ID, "--note", "T"), ("pause", ID, "--at", "T"),
    ("edit", ID, "--title", "T"), ("edit", ID, "--project", "T"), ("edit", ID, "--add-tag", "T"), ("edit", ID, "--plan", "T"),
    ("comment", ID, "-m", "T"), ("comment", ID, "-m", "x", "--reply", "T"), ("attach", ID, "T"), ("attach", "get", ID, "T"),
    ("attach", "remove", ID, "T"), ("goal", "add", ID, "T"), ("goal", "add", ID, "g", "--milestone", "T"), ("goal", "done", ID, "T"),
    ("goal", "add", ID, "g", "--check", "T"), ("goal", "edit", ID, "1", "--weight", "T"), ("time", "add", ID, "--for", "T"),
    ("time", "add", ID, "--for", "1m", "--on", "T"), ("time", "add", ID, "--for", "1m", "--note", "T"), ("time", "edit", ID, "T"),
    ("time", "gaps", "T"), ("template", "show", "T"), ("template", "new", "T"), ("template", "new", "made", "--tag", "T", "--field", "T"),
    ("template", "from", ID, "T"), ("view", "save", "T", "is:mine"), ("view", "save", "mine", "T"), ("view", "remove", "T"),
    ("config", "T"), ("config", "user.email", "T"), ("config", "alias.x", "T"), ("config", "alias.T", "list"), ("undo", "T"),
    ("log", "T"), ("log", "--since", "T"), ("stats", "T"), ("stats", "--by", "T"), ("help", "T"), ("doctor", "T"), ("completions", "T"),
    ("import", "T", "--map", "title=a"), ("import", "a.txt", "--from", "T"), ("import", "a.txt", "--map", "T"), ("trust", "T"),
    ("__complete", "T", "T"), ("complete", ID, "--learned", "T"), ("complete", ID, "--outcome", "T"), ("complete", ID, "--rating", "T"),
    ("complete", ID, "--skill", "T"), ("archive", "T"), ("delete", "T"), ("restore", "T"), ("export", "T"), ("--workspace", "T", "list"),
    ("--color", "T", "list"), ("batch",),
]
SHOWING = [
    ("list", "--all"), ("show", ID), ("show", "@"), ("search", "a"), ("status",), ("log",), ("goal", "list", ID), ("time", "list", ID),
    ("attach", "list", ID), ("op", "log"), ("view", "list"), ("config",), ("template", "list"), ("template", "show", "own"), ("doctor",),
    ("stats", "--by", "tag"), ("trust", "--list"), ("list", "--all", "--format", "{id} {title} {project} {tags}"), ("time", "check"), (),
    ("list", "--all", "--fields", "id,title,description,project"),
]
DATA = [("list", "--all", "--json"), ("list", "--all", "--jsonl"), ("show", ID, "--json"), ("log", "--json"), ("export", "--json")]


def type_in(job):
    """Puts a text into every place of a command line, and then looks at all there is."""
    program, text = job
    result = Result()
    with temporary_folder() as folder:
        box = prepared(program, folder)
        # It is read, and nothing is to become of it; a name that a person gives a file outside is read as well.
        outside = seen(box.folder / "outside")
        for line in LINES:
            words = [word.replace("T", text, 1) for word in line]
            if any("\0" in word for word in words) or sum(map(len, words)) > 120_000:
                continue
            typed = json.dumps(["comment", ID, "-m", text]) + "\n" if line == ("batch",) else ""
            # What a person says a line is to be like is theirs, escapes and all.
            known = text if "--format" in line else ""
            result += told(text, line, judge(box.run(*words, timeout=15, input=typed), known))
        result += look_at_all(box, text)
        if seen(box.folder / "outside") != outside or {path.name for path in box.folder.iterdir()} != {"home", "work", "outside"}:
            result.failures.append(f"typing {text[:30]!r}: something outside was changed")
        strange = [path.name for path in box.work.iterdir() if path.name not in (".sessions", "a.txt", "trace.txt")]
        if strange:
            result.failures.append(f"typing {text[:30]!r}: made {strange}")
    return result


def store(job):
    """Puts a text into every text of a stored session, as another program can, and looks at it."""
    program, text = job
    text = text.encode("utf-8", "replace").decode()
    result = Result()
    with temporary_folder() as folder:
        box = prepared(program, folder)
        for path in list(faults_input.paths(faults_input.document())):
            if path[0] in ("id", "createdAt", "status", "schema") or path[-1] in ("sha256",):
                continue
            document = faults_input.document()
            inner = document
            for key in path[:-1]:
                inner = inner[key]
            if isinstance(inner[path[-1]], str):
                inner[path[-1]] = text
            elif isinstance(inner[path[-1]], dict):
                # Ids and people are texts of whoever wrote the file, too.
                inner[path[-1]] = {text: value for value in inner[path[-1]].values()}
            elif path == ("tags",):
                inner["tags"] = [text]
            else:
                continue
            (box.sessions / "sessions" / "2026-11" / f"{ID}.json").write_text(json.dumps(document))
            what = "/".join(path)
            for words in (SHOWING[0], SHOWING[1], SHOWING[2 + len(what) % (len(SHOWING) - 2)], ("attach", "get", ID, "1", "--force")):
                result += told(text, (what, *words), judge(box.run(*words, timeout=15)))
            ended = box.run("list", "--all", "--json", timeout=15)
            result += told(text, (what, "list", "--json"), judge(ended) + not_json(ended))
        everything = faults_input.document(
            title=text, description=text, project=text, tags=[text], createdBy=text, participants={text: "owner"}, template=text)
        (box.sessions / "sessions" / "2026-11" / f"{ID}.json").write_text(json.dumps(everything))
        result += look_at_all(box, text)
        strange = [path.name for path in box.work.iterdir() if path.name not in (".sessions", "a.txt", "trace.txt")]
        if any(name.startswith((".", "-")) or UNSEEN.search(name) or "/" in name for name in strange):
            result.failures.append(f"storing {text[:30]!r}: made {strange}")
    return result


def look_at_all(box, text):
    result = Result()
    for words in SHOWING:
        result += told(text, ("piped", *words), judge(box.run(*words, timeout=15)))
        result += told(text, ("on a terminal", *words), judge(on_terminal(box, words)))
    for words in DATA:
        ended = box.run(*words, timeout=15)
        result += told(text, words, judge(ended) + not_json(ended))
    return result


def not_json(ended):
    try:
        lines = ended.out.splitlines() if b"\n{" in ended.out and ended.out[:1] == b"{" else [ended.out]
        for line in lines:
            if line.strip():
                json.loads(line)
    except ValueError:
        try:
            json.loads(ended.out)
        except ValueError as problem:
            return [f"printed no JSON: {problem}"]
    return []


def told(text, line, problems):
    return Result(1, [f"the text {text[:30]!r} in '{' '.join(line)}' {problem}" for problem in problems])


def on_terminal(box, words):
    """Runs the program as a person does, without colours: then nothing of its own is an escape either."""
    master, slave = pty.openpty()
    os.set_blocking(master, False)
    environment = {**box.environment, "TERM": "xterm", "NO_COLOR": "1", "PAGER": "", "COLUMNS": "80"}
    # Without this the terminal itself would make CR LF of each line end.
    subprocess.run(["stty", "-opost"], stdin=slave, check=True)
    program = subprocess.Popen(
        [box.program, *words], cwd=box.work, env=environment, stdin=subprocess.DEVNULL, stdout=slave, stderr=slave)
    os.close(slave)
    printed = b""
    deadline = time.monotonic() + 15
    while time.monotonic() < deadline:
        if select.select([master], [], [], 0.2)[0]:
            try:
                piece = os.read(master, 65536)
            except OSError:
                break
            if not piece:
                break
            printed += piece
    os.close(master)
    try:
        status = program.wait(timeout=5)
    except subprocess.TimeoutExpired:
        program.kill()
        program.wait()
        status = -1
    return Ended(status, printed, b"")
