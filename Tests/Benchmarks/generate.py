#!/usr/bin/env python3
"""Writes a workspace of N made-up sessions, and the same records for the programs it is compared with.

    generate.py N FOLDER [--seed 1]

Fills FOLDER, which must not be there yet:
    work/.sessions/     the workspace, every file as the program itself would write it
    task.json           for 'task import'
    timewarrior/        a database of timewarrior: data/2025-01.data and so on
    rows.sql            a schema and its rows for sqlite3, with a table for full text

The same N and seed give the same bytes. 'zephyrine' stands in N/2000 sessions, 'deploy' in three of ten.
Intervals lie in the two years before END; that of timewarrior, which knows no overlaps, is the first of each session,
cut where the next session begins.
"""

import argparse
import datetime
import json
import os
import random
import uuid

END = datetime.datetime(2026, 11, 1, tzinfo=datetime.timezone.utc)
DAYS = 730
RARE, COMMON = "zephyrine", "deploy"

LETTERS = "bcdfghjkmnpqrstvwxz"
ALPHABET = LETTERS + "23456789"

PEOPLE = ["ada@example.org", "lin@example.org", "grace@example.org", "edsger@example.org", "barbara@example.org"]
PROJECTS = [
    "api", "api.auth", "api.billing", "app.android", "app.ios", "blog", "build", "data.import", "data.reports", "docs",
    "garden", "infra", "infra.backup", "infra.network", "shop", "shop.checkout", "thesis", "tools", "web", "web.auth",
]
TAGS = [
    "bug", "feature", "research", "review", "meeting", "writing", "reading", "support", "planning", "mail", "urgent",
    "refactoring", "testing", "release", "interview", "design", "travel", "learning", "ops", "private",
]
TEMPLATES = ["bug-fix", "feature", "research", None, None]
# The first words are common, those behind them rarer and rarer: choices are weighted by 1 / (place + 4).
WORDS = """
fix add check login page test index build error cache list sort time query name file report user token field parse
screen order update review page draft plan write read remove merge release search filter export import table column
button colour font layout menu dialog window panel session clock timer goal comment label tag branch commit rebase
crash leak race deadlock timeout retry queue worker thread socket header cookie redirect proxy router gateway
schema migration backup restore snapshot replica cluster shard bucket object pointer buffer string number float
invoice payment refund account balance ledger budget forecast quarter customer order basket coupon stock supplier
chapter outline figure caption footnote glossary reference abstract citation appendix margin heading paragraph
sensor motor valve pump relay battery charger antenna signal filter amplifier oscillator connector solder board
garden fence gate path seed soil compost pruning hedge orchard greenhouse irrigation meadow pond gravel
harbour ferry bridge tunnel station platform timetable carriage signal crossing junction depot locomotive
""".split()
SMALL = "the a of for in on with and to from by at as into over without".split()
OUTCOMES = ["success", "success", "success", "partial", "failed"]


class Maker:
    """Makes sessions one after the other, in the order of their creation."""

    def __init__(self, count, seed):
        self.random = random.Random(seed)
        self.count = count
        self.rare = set(self.random.sample(range(count), max(1, count // 2000)))
        self.ids = set()
        weights = [1 / (place + 4) for place in range(len(WORDS))]
        self.totals = [sum(weights[: place + 1]) for place in range(len(WORDS))]

    def id(self, kind=None, length=10):
        pick = self.random.choice
        first = kind or pick(LETTERS)
        return first + "".join(self.random.choices(ALPHABET, k=length))

    def session_id(self):
        while True:
            id = self.id(length=11)
            if id not in self.ids:
                self.ids.add(id)
                return id

    def words(self, count):
        result = []
        for word in self.random.choices(WORDS, cum_weights=self.totals, k=count):
            if result and self.random.random() < 0.3:
                result.append(self.random.choice(SMALL))
            result.append(word)
        return result

    def sentence(self, least, most):
        text = " ".join(self.words(self.random.randint(least, most)))
        return text[0].upper() + text[1:] + "."

    def title(self):
        # Three to eight words, now and then many more.
        count = self.random.choices([3, 4, 5, 6, 7, 8, 14], [10, 20, 25, 20, 12, 10, 3])[0]
        text = " ".join(self.words(count))
        if self.random.random() < 0.03:
            text += self.random.choice([' "quoted"', " naïve café", " 日本語", " — done", " C:\\temp", " 🚀"])
        return text[0].upper() + text[1:]

    def spread(self, place):
        """When the session of that place begins: working hours are likelier, days are even."""
        step = DAYS * 86400 / self.count
        start = END - datetime.timedelta(days=DAYS)
        return start + datetime.timedelta(seconds=step * (place + self.random.random() * 0.5))

    def session(self, place):
        chance = self.random.random
        choose = self.random.choice
        created = self.spread(place)
        owner = self.random.choices(PEOPLE, [60, 15, 10, 10, 5])[0]
        history = History(self, owner)
        session = {
            "createdAt": text_of(created), "createdBy": owner, "id": self.session_id(), "schema": 1,
            "participants": {owner: "owner"}, "title": self.title(),
        }
        history.add(created, "created")
        if chance() < 0.9:
            session["project"] = choose(PROJECTS)
        tags = sorted(self.random.sample(TAGS, self.random.choices([0, 1, 2, 3], [15, 45, 30, 10])[0]))
        if tags:
            session["tags"] = tags
        if chance() < 0.8:
            session["plannedMinutes"] = choose([15, 30, 45, 60, 90, 90, 120, 180, 240])
        if chance() < 0.6:
            session["description"] = " ".join(self.sentence(6, 14) for _ in range(self.random.randint(1, 3)))
        template = choose(TEMPLATES)
        if template:
            session["template"] = template
        goals = self.goals()
        now = created
        intervals = {}
        lengths = self.random.choices([0, 1, 2, 3, 5], [8, 45, 30, 12, 5])[0]
        status = "draft" if lengths == 0 else self.random.choices(["completed", "paused"], [88, 12])[0]
        for number in range(lengths):
            now += datetime.timedelta(seconds=self.random.randint(20, 600 if number == 0 else 40_000))
            begun = now
            now += datetime.timedelta(seconds=int(self.random.lognormvariate(7.6, 0.9)) + 60)
            intervals[self.id("i")] = {
                "by": owner, "end": text_of(now), "start": text_of(begun),
                "utcOffset": "+02:00" if 3 < begun.month < 11 else "+01:00",
            }
            history.add(begun, "started")
            history.add(now, "paused" if number < lengths - 1 or status == "paused" else "completed")
        comments = {}
        texts = [self.sentence(5, 16) for _ in range(self.random.choices([0, 1, 2, 4], [25, 40, 25, 10])[0])]
        if chance() < 0.3:
            self.place_word(session, texts, choose([COMMON, COMMON.capitalize()]))
        if place in self.rare:
            self.place_word(session, texts, choose([RARE, RARE.capitalize(), RARE.upper()]))
        for text in texts:
            author = owner if chance() < 0.8 else choose(PEOPLE)
            id = self.id("c")
            comments[id] = {"at": text_of(now), "by": author, "text": text}
            history.add(now, "added", path=f"/comments/{id}", by=author)
            now += datetime.timedelta(seconds=self.random.randint(30, 3000))
        for goal_id, goal in goals.items():
            for id, milestone in goal.get("milestones", {}).items():
                if chance() < (0.85 if status == "completed" else 0.4):
                    milestone["doneAt"], milestone["doneBy"] = text_of(now), owner
                    history.add(now, "edited", path=f"/goals/{goal_id}/milestones/{id}/doneAt", to=text_of(now))
        if comments:
            session["comments"] = comments
        if goals:
            session["goals"] = goals
        if intervals:
            session["intervals"] = intervals
        if status == "completed" and chance() < 0.7:
            reflection = {"outcome": choose(OUTCOMES)}
            if chance() < 0.5:
                reflection["rating"] = self.random.randint(1, 5)
            if chance() < 0.3:
                reflection["learned"] = {self.id("l"): self.sentence(4, 10)}
            session["reflection"] = reflection
        if status != "paused" and chance() < 0.1:
            session["archived"] = {"at": text_of(now), "by": owner}
            history.add(now, "archived")
        session["status"] = status
        session["events"] = history.events
        return session

    def goals(self):
        goals = {}
        for position in range(1, 1 + self.random.choices([0, 1, 2, 3], [35, 35, 20, 10])[0]):
            goal = {"position": position, "title": " ".join(self.words(2)).capitalize()}
            if self.random.random() < 0.5:
                goal["milestones"] = {
                    self.id("m"): {"position": number, "title": " ".join(self.words(3)).capitalize()}
                    for number in range(1, 1 + self.random.randint(1, 3))
                }
            goals[self.id("g")] = goal
        return goals

    def place_word(self, session, texts, word):
        """Puts a word where people write: into a comment, the description or the title."""
        if texts:
            texts[-1] = texts[-1][:-1] + f" {word} " + " ".join(self.words(2)) + "."
        elif "description" in session:
            session["description"] += f" Then {word} it."
        else:
            session["title"] += " " + word


class History:
    """The events of a session, in their order."""

    def __init__(self, maker, owner):
        self.maker = maker
        self.owner = owner
        self.events = {}

    def add(self, at, kind, path=None, to=None, by=None):
        event = {"at": text_of(at), "by": by or self.owner, "seq": len(self.events) + 1, "type": kind}
        if path:
            event["path"] = path
        if to:
            event["to"] = to
        self.events[self.maker.id("e")] = event


def text_of(time):
    return time.strftime("%Y-%m-%dT%H:%M:%S.") + f"{time.microsecond // 1000:03}Z"


def time_of(text):
    return datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=datetime.timezone.utc)


def compact(text):
    """A time as taskwarrior and timewarrior write it."""
    return time_of(text).strftime("%Y%m%dT%H%M%SZ")


def stretches(session):
    return sorted((i["start"], i["end"]) for i in session.get("intervals", {}).values())


def texts(session):
    """All that a search looks at."""
    yield session["title"]
    yield session.get("description", "")
    for goal in session.get("goals", {}).values():
        yield goal["title"]
        for milestone in goal.get("milestones", {}).values():
            yield milestone["title"]
    for comment in session.get("comments", {}).values():
        yield comment["text"]


class Workspace:
    """One file a session, in the form and the folders that the program itself gives them."""

    def __init__(self, folder):
        self.folder = f"{folder}/work/.sessions"
        os.makedirs(self.folder + "/sessions")
        self.write("workspace.json", '{\n  "format": 1\n}\n')
        self.write(".gitignore", "local/\n")
        self.write(".gitattributes", "sessions/**/*.json merge=sessions\n")
        self.months = set()

    def write(self, name, text):
        with open(f"{self.folder}/{name}", "w", encoding="utf-8") as file:
            file.write(text)

    def add(self, session):
        month = "sessions/" + session["createdAt"][:7]
        if month not in self.months:
            os.makedirs(f"{self.folder}/{month}")
            self.months.add(month)
        text = json.dumps(session, ensure_ascii=False, indent=2, sort_keys=True)
        self.write(f"{month}/{session['id']}.json", text + "\n")

    def close(self):
        pass


class Taskwarrior:
    def __init__(self, folder):
        self.file = open(f"{folder}/task.json", "w", encoding="utf-8")
        self.separator = "[\n"

    def add(self, session):
        task = {
            "uuid": str(uuid.uuid5(uuid.NAMESPACE_URL, session["id"])), "description": session["title"],
            "entry": compact(session["createdAt"]), "modified": compact(last_time(session)),
            "status": "completed" if session["status"] == "completed" else "pending",
        }
        if "project" in session:
            task["project"] = session["project"]
        if "tags" in session:
            task["tags"] = session["tags"]
        if session["status"] == "completed":
            task["end"] = task["modified"]
        notes = [t for t in list(texts(session))[1:] if t]
        # Taskwarrior has one annotation a second.
        begun = time_of(session["createdAt"])
        task["annotations"] = [
            {"description": t, "entry": compact(text_of(begun + datetime.timedelta(seconds=n + 1)))}
            for n, t in enumerate(notes)
        ]
        self.file.write(self.separator + json.dumps(task, ensure_ascii=False))
        self.separator = ",\n"

    def close(self):
        self.file.write("\n]\n")
        self.file.close()


def last_time(session):
    return max(event["at"] for event in session["events"].values())


class Timewarrior:
    def __init__(self, folder, maker):
        self.folder = f"{folder}/timewarrior/data"
        os.makedirs(self.folder)
        self.gap = DAYS * 86400 / maker.count
        self.month, self.file, self.tags = None, None, {}

    def add(self, session):
        begun = time_of(session["createdAt"])
        spans = stretches(session)
        seconds = (time_of(spans[0][1]) - time_of(spans[0][0])).total_seconds() if spans else 60
        ended = begun + datetime.timedelta(seconds=max(1, int(min(seconds, self.gap / 2 - 1))))
        month = begun.strftime("%Y-%m")
        if month != self.month:
            self.close_month()
            self.month, self.file = month, open(f"{self.folder}/{month}.data", "w", encoding="utf-8")
        tags = [session.get("project", "none")] + session.get("tags", [])
        for tag in tags:
            self.tags[tag] = self.tags.get(tag, 0) + 1
        note = session["title"].replace("\\", "/").replace('"', "'")
        self.file.write(
            f"inc {begun:%Y%m%dT%H%M%SZ} - {ended:%Y%m%dT%H%M%SZ} # {' '.join(tags)} # \"{note}\"\n")

    def close_month(self):
        if self.file:
            self.file.close()

    def close(self):
        self.close_month()
        with open(f"{self.folder}/tags.data", "w", encoding="utf-8") as file:
            json.dump({tag: {"count": count} for tag, count in sorted(self.tags.items())}, file)


class SQLite:
    """Three tables with what the commands compared need of a session, and its text."""

    SCHEMA = """
PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;
CREATE TABLE session(id TEXT PRIMARY KEY, title TEXT, status TEXT, project TEXT, owner TEXT, created TEXT,
  updated TEXT, planned REAL, tracked INTEGER, document TEXT) WITHOUT ROWID;
CREATE TABLE tag(tag TEXT, session TEXT, tracked INTEGER);
CREATE VIRTUAL TABLE words USING fts5(title, body, session UNINDEXED);
BEGIN;
"""
    INDEXES = """
CREATE INDEX session_created ON session(created); CREATE INDEX session_updated ON session(updated);
CREATE INDEX session_project ON session(project, status); CREATE INDEX tag_tag ON tag(tag, tracked);
COMMIT;
PRAGMA wal_checkpoint(TRUNCATE);
"""

    def __init__(self, folder):
        self.file = open(f"{folder}/rows.sql", "w", encoding="utf-8")
        self.file.write(self.SCHEMA)

    def add(self, session):
        tracked = sum(
            (time_of(end) - time_of(start)).total_seconds() for start, end in stretches(session))
        row = [
            session["id"], session["title"], session["status"], session.get("project"), session["createdBy"],
            session["createdAt"], last_time(session), session.get("plannedMinutes"), int(tracked),
            json.dumps(session, ensure_ascii=False, separators=(",", ":"), sort_keys=True),
        ]
        self.insert("session", row)
        for tag in session.get("tags", []):
            self.insert("tag", [tag, session["id"], int(tracked)])
        title, *rest = texts(session)
        self.insert("words", [title, " ".join(rest), session["id"]])

    def insert(self, table, values):
        columns = "(title, body, session)" if table == "words" else ""
        self.file.write(f"INSERT INTO {table}{columns} VALUES({','.join(map(self.literal, values))});\n")

    @staticmethod
    def literal(value):
        if value is None:
            return "NULL"
        return str(value) if isinstance(value, (int, float)) else "'" + value.replace("'", "''") + "'"

    def close(self):
        self.file.write(self.INDEXES)
        self.file.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("count", type=int)
    parser.add_argument("folder")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    os.makedirs(options.folder)
    maker = Maker(options.count, options.seed)
    folder = options.folder
    forms = [Workspace(folder), Taskwarrior(folder), Timewarrior(folder, maker), SQLite(folder)]
    for place in range(options.count):
        session = maker.session(place)
        for form in forms:
            form.add(session)
    for form in forms:
        form.close()


if __name__ == "__main__":
    main()
