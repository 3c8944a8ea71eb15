"""Every command that writes, each with what it needs to find. A new command gets a line here."""
import dataclasses
import pathlib
import shutil

import workspace

ZEROS = "0" * 64
TASKS = "name,key,tag\n" + "".join(f"Task {n},T-{n},imported\n" for n in range(40))
LINES = '["comment", "ONE", "-m", "a"]\n["new", "Four"]\n["pause", "ONE"]\n["delete", "TWO"]\n'


@dataclasses.dataclass(frozen=True)
class Case:
    """A command line; ONE is a session whose clock runs, TWO one that was never started."""
    line: str
    before: tuple = ()
    input: str = ""
    # Whether it is one of the few of the bounded form: together they go through all ways of writing.
    bounded: bool = False
    # Whether there is a workspace before.
    inside: bool = True
    # Whether it changes nothing but what is derived.
    reads: bool = False
    # Seconds that all must have rested before.
    rest: float = 0

    def __str__(self):
        return self.line

    def prepare(self, box):
        if not self.inside:
            return
        box.do("init", "-q")
        box.do("new", "One", "--goal", "Done", "-q", SESSIONS_ID_SEED="11")
        box.do("new", "Two", "-q", SESSIONS_ID_SEED="12")
        ids = box.do("list", "--sort", "title", "-q").split()
        (box.work / "ids").write_text(" ".join(ids))
        for number, line in enumerate((
            "start ONE -q", "attach ONE a.txt -q", "comment TWO -m first -q", "template new recipe --tag one -q",
            *self.before,
        )):
            self.make_ready(box, line, str(20 + number))

    def make_ready(self, box, line, seed):
        if line.startswith("write "):
            _, path, text = line.split(" ", 2)
            file = box.work / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        elif line.startswith("mv "):
            _, old, new = self.words(box, line)
            (box.work / new).parent.mkdir(parents=True, exist_ok=True)
            (box.work / old).rename(box.work / new)
        elif line == "forget trust":
            shutil.rmtree(box.home / ".config/sessions/workspaces")
        else:
            box.do(*self.words(box, line), SESSIONS_ID_SEED=seed)

    def words(self, box, line=None):
        return [self.filled(box, word) for word in (line or self.line).split()]

    def typed(self, box):
        return self.filled(box, self.input)

    @staticmethod
    def filled(box, text):
        if not (box.work / "ids").exists():
            return text
        one, two = (box.work / "ids").read_text().split()
        if "HASH" in text:
            text = text.replace("HASH", box.do("trust", "--print").split()[0])
        return text.replace("ONE", one).replace("TWO", two)


WRITING = [
    Case("init", inside=False, bounded=True),
    Case("new Three", inside=False),
    Case("new Three --attach b.txt --tag more --start -q", bounded=True),
    Case("new Three -t bug-fix -q"),
    Case("start TWO"),
    Case("start TWO --parallel --note again"),
    Case("pause ONE"),
    Case("complete ONE --incomplete --outcome success --learned much"),
    Case("reflect TWO --rating 4 --learned much --skill git=+1"),
    Case("edit TWO --title Changed --plan 2h --add-tag fine"),
    Case("goal add ONE Another --milestone step --check true"),
    Case("goal done ONE 1"),
    Case("goal reopen ONE 1", before=("goal done ONE 1 -q",)),
    Case("goal edit ONE 1 --weight 2 --milestone step"),
    Case("goal remove ONE 1"),
    Case("goal check ONE", before=("goal add ONE Proof --check true -q",)),
    Case("time add TWO --for 30m --on 2020-01-01 --note before"),
    Case("time edit TWO 1 --for 20m", before=("time add TWO --for 30m --on 2020-01-01 -q",)),
    Case("time split TWO 1 --at 1:30", before=("time add TWO --on 2020-01-02 --from 1:00 --to 2:00 -q",)),
    Case("time remove TWO 1", before=("time add TWO --for 30m --on 2020-01-01 -q",)),
    Case("comment TWO -m hello -q", bounded=True),
    Case("attach TWO b.txt a.txt -q", bounded=True),
    Case("attach open ONE a.txt"),
    Case("attach remove ONE a.txt"),
    Case("archive TWO ONE -q", before=("pause ONE -q",), bounded=True),
    Case("restore TWO", before=("archive TWO -q",)),
    Case("delete TWO", bounded=True),
    Case("delete ONE TWO"),
    Case("undo"),
    Case("undo", before=("delete TWO -q",), bounded=True),
    Case("redo", before=("edit TWO --title Changed -q", "undo -q")),
    Case("gc", before=(f"write .sessions/attachments/bcdfghjkmnpq/{ZEROS} nobody's",), bounded=True),
    Case(
        "doctor --fix", bounded=True,
        before=(f"write .sessions/sessions/2025-01/zcdfghjkmnpr.json {workspace.MISPLACED}",)),
    Case("import tasks.csv --map title=name --map sourceId=key --map tags=tag -q", (f"write tasks.csv {TASKS}",)),
    Case("batch", input=LINES),
    Case("template new other --tag over --field part:choice:a,b=b"),
    Case("template edit recipe -F recipe.json", (
        'write recipe.json {"schema": 1, "title": "Recipe", "tags": ["over"]}',)),
    Case("template remove recipe"),
    Case("template from ONE finished", before=("complete ONE --incomplete -q",)),
    Case("template new own --personal --tag mine"),
    Case("template remove own --personal", before=("template new own --personal --tag mine -q",)),
    Case("view save mine is:mine", bounded=True),
    Case("view remove mine", before=("view save mine is:mine",)),
    Case("config user.email lin@example.org"),
    Case("config alias.today list"),
    Case("trust --yes HASH", before=("goal add ONE Proof --check true -q", "forget trust")),
    # Writes the index, which takes in nothing that was just changed.
    Case("list --all -q", (f"write tasks.csv {TASKS}", "import tasks.csv --map title=name -q"), reads=True, rest=2.1),
]

# What only reads, for calls that fail.
READING = [Case(line, reads=True) for line in (
    "list --all", "search first", "show TWO", "status", "stats", "log", "export", "op log", "doctor --hashes",
    "attach verify ONE", "template list", "template show recipe", "goal list ONE", "time list ONE", "config",
    "trust --list",
)] + [Case("attach get ONE a.txt --force", before=("write a.txt changed",))]


def without_a_line():
    """The commands that change something, as their help has --dry-run, and that no line runs."""
    help = pathlib.Path(__file__).resolve().parent.parent / "SessionsCLITests/Golden/help"
    lines = ["-".join(case.line.split()) + "-" for case in WRITING]
    names = [
        file.stem.removeprefix("sessions-") for file in help.glob("sessions-*.txt")
        if "--dry-run" in file.read_text(encoding="utf-8")
    ]
    return sorted(name for name in names if not any(line.startswith(name + "-") for line in lines))
