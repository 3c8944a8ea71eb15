"""Damaged and malicious session files, made by rule: what is to be refused is, with its place, and nothing ends by a signal."""
import json
import os
import random
import re
import resource
import time

from workspace import Box, Result, in_parallel, temporary_folder

SESSION = "k7m2q9wd4xhz"
GOOD = "bcdfghjkmnpq"
ELEMENT = "bcdfghjkmn"
HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
WHEN = "2026-11-22T12:50:31.123Z"


def document(**changes):
    """A session in which there is one of everything."""
    whole = {
        "attachments": {"a" + ELEMENT: {"at": WHEN, "by": "ada@example.org", "mediaType": "text/plain",
                                        "name": "trace.txt", "sha256": HASH, "size": 0}},
        "comments": {"c" + ELEMENT: {"at": WHEN, "by": "ada@example.org", "mentions": ["lin@example.org"],
                                     "text": "see @lin"}},
        "createdAt": WHEN, "createdBy": "ada@example.org", "description": "why",
        "events": {"e" + ELEMENT: {"at": WHEN, "by": "ada@example.org", "seq": 1, "type": "created"}},
        "goals": {"g" + ELEMENT: {"milestones": {"m" + ELEMENT: {"position": 1, "title": "step"}},
                                  "plannedMinutes": 30, "position": 1, "title": "Fix", "weight": 2}},
        "id": SESSION,
        "intervals": {"i" + ELEMENT: {"by": "ada@example.org", "end": "2026-11-22T13:30:00.000Z", "start": WHEN,
                                      "utcOffset": "+02:00"}},
        "links": {"k" + ELEMENT: {"kind": "commit", "target": "1f3c"}},
        "participants": {"ada@example.org": "owner"}, "plannedMinutes": 90, "project": "web.auth",
        "reflection": {"learned": {"l" + ELEMENT: "much"}, "outcome": "success", "rating": 4}, "schema": 1,
        "status": "paused", "tags": ["auth", "safari"], "template": "bug-fix", "title": "Login",
    }
    return {**whole, **changes}


BODY = json.dumps(document(), indent=1)
REFUSED, TAKEN, EITHER = "refused", "taken", "either"


def corpus(full):
    """(what it is, its bytes, what is to become of it)"""
    for text in (
        "", " \n\t", "{", "[", "}", "]", "[}", "{]", ":", ",", '"', "{}", "[]", "null", "1", '"x"', "{} {}", "nul", "tru",
        "\ufeff" + BODY, BODY + BODY, BODY + "x", "x" + BODY, BODY.replace('"title"', "title"), BODY[:-1] + ",}",
        BODY.replace(",", ",,", 1), BODY.replace(":", "", 1), BODY.replace('"', "'"), "// c\n" + BODY, BODY + "#",
        "<<<<<<< ours\n" + BODY + "\n=======\n" + BODY + "\n>>>>>>> theirs\n",
    ):
        yield f"the text {text[:20]!r}", text.encode(), REFUSED
    for encoding in ("utf-16", "utf-16-le", "utf-32"):
        yield encoding, BODY.encode(encoding), REFUSED
    yield from values()
    yield from limits()
    yield from shapes()
    body = BODY.encode()
    for length in range(len(body)):
        yield f"cut off after {length} bytes", body[:length], REFUSED
    chance = random.Random(1)
    for place in range(len(body)):
        for bit in range(8) if full else [chance.randrange(8)]:
            changed = bytearray(body)
            changed[place] ^= 1 << bit
            yield f"bit {bit} of byte {place}", bytes(changed), EITHER if is_json(bytes(changed)) else REFUSED


def values():
    """What stands behind a key that the program does not know, and so keeps."""
    def inside(text):
        return BODY[:-2].encode() + b', "unknown": ' + text + b"}\n"

    for text in (
        "01", "-01", "00", "+1", ".5", "5.", "1.e2", "1e", "1e+", "0x10", "1_000", "NaN", "Infinity", "-Infinity", "- 1",
        "--1", "-", "1f", "\uff11", "\u0661", "True", "None", "undefined", "{a:1}", '{"a":}', '{"a" 1}', "[1,]", "[,1]",
        '"\\x41"', '"\\u12"', '"\\ud83d"', '"\\ude00"', '"\\ud83d\\ud83d"', '"a\nb"', '"a\tb"', '"a\0b"', '"\x1b"',
        '{"a":1,"a":2}', '{"a":1,"\\u0061":2}', '{"":1,"":2}',
    ):
        yield f"the value {text!r}", inside(text.encode()), REFUSED
    for text in (
        "-0", "1E+2", "1e400", "1e-400", "9" * 400, "0." + "0" * 397 + "1", "123456789012345678901234567890", '"\\u0000"',
        '"\\ud83d\\ude00"', '"\x7f\u0085\u2028\u202e\ufeff"', '"\U0010ffff\ufffe"', '{"\u00e9":1,"e\u0301":2}',
        '{"\u2126":1,"\u03a9":2}', '{"":{"":[]}}', "[" * 62 + "]" * 62,
    ):
        yield f"the value {text[:30]!r}", inside(text.encode()), TAKEN
    for text in (
        b"\xff", b"\xc0\xaf", b"\xe0\x80\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xf8\x88\x80\x80\x80", b"\xc3",
        b"\xe2\x82", b"\x80", b"a\xc3(",
    ):
        yield f"the bytes {text!r}", inside(b'"' + text + b'"'), REFUSED


def limits():
    def inside(text):
        return BODY[:-2].encode() + b', "unknown": ' + text + b"}\n"

    yield "a number of 401 digits", inside(b"9" * 401), REFUSED
    yield "a fraction of 401 characters", inside(b"0." + b"0" * 398 + b"1"), REFUSED
    yield "64 levels and one", inside(b"[" * 64 + b"]" * 64), REFUSED
    yield "100,000 levels", inside(b"[" * 100_000), REFUSED
    yield "levels of objects", inside(b'{"a":' * 100_000), REFUSED
    yield "a text of 1 MB", inside(b'"' + b"x" * (1 << 20) + b'"'), TAKEN
    yield "a text of 1 MB and a byte", inside(b'"' + b"x" * ((1 << 20) + 1) + b'"'), REFUSED
    yield "a key of 1 MB and a byte", inside(b'{"' + b"x" * ((1 << 20) + 1) + b'":1}'), REFUSED
    body = BODY.encode()
    yield "16 MB", body + b" " * ((16 << 20) - len(body)), TAKEN
    yield "16 MB and a byte", body + b" " * ((16 << 20) + 1 - len(body)), REFUSED
    yield "100,000 keys", inside(json.dumps({f"key{n}": n for n in range(100_000)}).encode()), TAKEN
    yield "2,000,000 elements", inside(b"[" + b"0," * 2_000_000 + b"0]"), TAKEN


def shapes():
    """Each part gone, and of every other kind."""
    for path in paths(document()):
        changed = json.loads(BODY)
        inner = changed
        for key in path[:-1]:
            inner = inner[key]
        del inner[path[-1]]
        required = path in (("id",), ("schema",), ("title",), ("createdAt",), ("createdBy",), ("status",))
        yield f"without {'/'.join(map(str, path))}", json.dumps(changed).encode(), REFUSED if required else EITHER
        for value in (None, True, -1, 1e300, "", "x", "2026-02-30T00:00:00Z", [], {}, {"a": {}}):
            inner[path[-1]] = value
            yield f"{'/'.join(map(str, path))} is {value!r}", json.dumps(changed).encode(), EITHER
            del inner[path[-1]]
    for text in (
        "2026-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2026-11-22T24:00:00Z", "2026-11-22T12:60:00Z", "2026-11-22", "now",
        "2026-11-22T12:00:00Zjunk", "2026-11-22T12:00:00Z\0", "\u0662026-11-22T12:00:00Z", "-001-11-22T12:00:00Z",
        "10000-01-01T00:00:00Z", "2026-11-22T12:00:00+24:00", "2026-11-22T12:00:00", "9999-12-31T23:59:59-01:00",
    ):
        yield f"made at {text!r}", json.dumps(document(createdAt=text)).encode(), REFUSED
    for text in ("0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z", "2024-02-29T23:59:59.123456789+14:00"):
        yield f"made at {text!r}", json.dumps(document(createdAt=text)).encode(), TAKEN
    for name in ("../../etc/passwd", "/etc/passwd", "..", ".", "a/b", "K7M2Q9WD4XHZ", "k7m2q9wd4xh", SESSION + "\n", GOOD):
        yield f"the id {name!r}", json.dumps(document(id=name)).encode(), REFUSED
        attachment = {"name": name, "sha256": name}
        changed = document(attachments={"a" + ELEMENT: attachment})
        yield f"an attachment's hash {name!r}", json.dumps(changed).encode(), REFUSED


def paths(value, path=()):
    if isinstance(value, dict):
        for key in value:
            yield path + (key,)
            yield from paths(value[key], path + (key,))


def is_json(body):
    """By a reader that is as strict as this program has to be."""
    def once(pairs):
        if len({key for key, _ in pairs}) != len(pairs):
            raise ValueError("a key is there twice")
        return dict(pairs)

    def nothing(word):
        raise ValueError(word)

    try:
        json.loads(body.decode("utf-8"), object_pairs_hook=once, parse_constant=nothing)
    except ValueError:
        return False
    return True


PLACE = re.compile(rb"line \d+, column \d+|\bbytes\b")
UNSEEN = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def run(program, full):
    cases = list(corpus(full))
    workers = 4
    result = in_parallel(look_at, [(program, cases[part::workers]) for part in range(workers)])
    result += in_parallel(look_at_heavy, [(program, name) for name in HEAVY])
    return result


def make_box(program, folder):
    box = Box(program, folder)
    box.make()
    box.do("init", "-q")
    month = box.sessions / "sessions" / "2026-11"
    month.mkdir(parents=True)
    (month / f"{GOOD}.json").write_text(json.dumps(document(id=GOOD)))
    return box, month / f"{SESSION}.json"


def look_at(job):
    program, cases = job
    result = Result()
    with temporary_folder() as folder:
        box, file = make_box(program, folder)
        for what, body, verdict in cases:
            file.write_bytes(body)
            alone = box.run("doctor", str(file), timeout=10)
            listed = box.run("list", "--all", "--json", timeout=10)
            problems = judge(alone, listed, verdict)
            if file.read_bytes() != body:
                problems.append("the file was changed")
            result += Result(2, [f"input {what}: {problem}" for problem in problems])
    return result


def judge(alone, listed, verdict):
    problems = [f"'{name}' ended with {ended}" for name, ended in (("doctor", alone), ("list", listed))
                if ended.status not in (0, 5)]
    text = (alone.out + alone.err + listed.out + listed.err).decode("utf-8", "replace")
    if UNSEEN.search(text) or "\ufffd" in text:
        problems.append("a control or invalid character is printed")
    try:
        ids = {session["id"] for session in json.loads(listed.out)}
    except ValueError:
        return problems + ["'list --json' printed no JSON"]
    if GOOD not in ids:
        problems.append("the session beside it is not listed")
    is_taken = SESSION in ids
    if is_taken != (listed.status == 0):
        problems.append(f"'list' ended with {listed.status} though it is {'' if is_taken else 'not '}listed")
    if verdict == REFUSED and (is_taken or alone.status != 5):
        problems.append("it is taken")
    if verdict == TAKEN and not is_taken:
        problems.append(f"it is refused: {listed}")
    if not is_taken and not PLACE.search(listed.err):
        problems.append(f"no place is named: {listed}")
    return problems


# Whole sessions with more in them than anybody puts there.
def many(count, make):
    return {f"{number:011d}".translate(str.maketrans("01", "zy")): make(number) for number in range(count)}


HEAVY = {
    "60,000 comments": lambda: document(comments=many(60_000, lambda n: {
        "at": WHEN, "text": f"comment {n} @ada", "inReplyTo": f"{max(0, n - 1):011d}"})),
    "60,000 events": lambda: document(events=many(60_000, lambda n: {"at": WHEN, "seq": n, "path": "/comments/x"})),
    "30,000 open intervals": lambda: document(intervals=many(30_000, lambda n: {
        "by": "ada@example.org", "start": WHEN})),
    "1,000 intervals of 10,000 years": lambda: document(intervals=many(1000, lambda n: {
        "by": "ada@example.org", "start": "0000-01-01T00:00:00Z", "end": "9999-12-31T23:59:59Z"})),
    "30,000 goals": lambda: document(goals=many(30_000, lambda n: {"title": f"goal {n}", "position": 1})),
    "100,000 tags": lambda: document(tags=sorted(f"tag{n}" for n in range(100_000))),
    "30,000 people": lambda: document(participants=many(30_000, lambda n: "owner")),
    "amounts of 30,000 years": lambda: document(intervals=many(10_000, lambda n: {
        "by": "ada@example.org", "date": "2026-11-22", "seconds": 999_999_999_999})),
    "a title of 1 MB": lambda: document(title="w\u0301" * 340_000),
}
READING = [
    ("list", "--all", "--json"), ("show", SESSION), ("show", SESSION, "--json"), ("status",), ("search", "goal"),
    ("stats", "--by", "day"), ("stats", "--by", "tag"), ("time", "check"), ("time", "gaps", "2026"), ("time", "list", SESSION),
    ("log", SESSION), ("goal", "list", SESSION), ("doctor",), ("export",),
]
# Seconds and bytes that one look at one file may take at most.
LONGEST, LARGEST = 20, 1 << 30


def look_at_heavy(job):
    program, name = job
    result = Result()
    with temporary_folder() as folder:
        box, file = make_box(program, folder)
        file.write_text(json.dumps(HEAVY[name]()))
        for words in READING:
            start = time.monotonic()
            ended = box.run(*words, timeout=LONGEST)
            seconds = time.monotonic() - start
            # 6: 'time check' found what cannot be.
            problems = [] if ended.status in (0, 5, 6) else [f"ended with {ended} after {seconds:.1f} s"]
            result += Result(1, [f"input {name}: '{' '.join(words)}' {problem}" for problem in problems])
        if resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss << 10 > LARGEST:
            result.failures.append(f"input {name}: more than {LARGEST >> 20} MB of memory")
    return result
