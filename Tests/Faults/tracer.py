"""Runs a program under ptrace and lets a caller decide at every call on a file: go on, fail, be cut short, or die.

Linux on x86_64 alone. One counter runs over the program and all that it starts, a write can be torn at any byte, and
the whole tree dies at once, none of which strace can do.
"""
import ctypes
import dataclasses
import os
import platform
import signal
import struct
import tempfile

TRACEME, CONT, GETREGS, SETREGS, SYSCALL, SETOPTIONS, GETEVENTMSG = 0, 7, 12, 13, 24, 0x4200, 0x4201
GET_SYSCALL_INFO = 0x420E
# Mark stops at calls, follow fork, vfork, clone and exec, stop where the filter says so, and let nothing outlive
# this process.
OPTIONS = 1 | 2 | 4 | 8 | 16 | 0x80 | 0x100000
FORKED, FILTERED = (1, 2, 3), 7
WAIT_ALL = 0x40000000
AT_CWD = -100

# The calls on files by their number, and where each says which: `f` a descriptor, `p` a path, `a` a folder's
# descriptor and a path below it.
CALLS = {
    0: ("read", "f"), 1: ("write", "f"), 2: ("open", "p"), 3: ("close", "f"), 4: ("stat", "p"), 5: ("fstat", "f"),
    6: ("lstat", "p"), 8: ("lseek", "f"), 9: ("mmap", "m"), 17: ("pread64", "f"), 18: ("pwrite64", "f"),
    19: ("readv", "f"), 20: ("writev", "f"), 21: ("access", "p"), 40: ("sendfile", "f"), 72: ("fcntl", "f"),
    73: ("flock", "f"), 74: ("fsync", "f"), 75: ("fdatasync", "f"), 76: ("truncate", "p"),
    77: ("ftruncate", "f"), 82: ("rename", "pp"), 83: ("mkdir", "p"),
    84: ("rmdir", "p"), 85: ("creat", "p"), 86: ("link", "pp"), 87: ("unlink", "p"), 89: ("readlink", "p"),
    90: ("chmod", "p"), 91: ("fchmod", "f"), 217: ("getdents64", "f"), 257: ("openat", "a"), 258: ("mkdirat", "a"),
    262: ("newfstatat", "a"), 263: ("unlinkat", "a"), 264: ("renameat", "aa"), 265: ("linkat", "aa"),
    267: ("readlinkat", "a"), 268: ("fchmodat", "a"), 269: ("faccessat", "a"), 280: ("utimensat", "a"),
    285: ("fallocate", "f"), 306: ("syncfs", "f"), 316: ("renameat2", "aa"), 326: ("copy_file_range", "f"),
    332: ("statx", "a"), 437: ("openat2", "a"), 439: ("faccessat2", "a"),
}
WRITES = {"write", "pwrite64"}
SYNCS = {"fsync", "fdatasync", "syncfs"}
# After any of these the files can differ, or something is on disk that was not, or a lock is had.
CHANGES = WRITES | SYNCS | {
    "writev", "sendfile", "copy_file_range", "truncate", "ftruncate", "fallocate", "rename", "renameat", "renameat2",
    "mkdir", "mkdirat", "rmdir", "creat", "link", "linkat", "unlink", "unlinkat", "chmod", "fchmod", "fchmodat",
    "utimensat", "flock",
}
OPENS = {"open", "openat"}

libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
libc.ptrace.restype = ctypes.c_long


class Registers(ctypes.Structure):
    _fields_ = [(name, ctypes.c_uint64) for name in (
        "r15 r14 r13 r12 rbp rbx r11 r10 r9 r8 rax rcx rdx rsi rdi orig_rax rip cs eflags rsp ss fs gs ds es f g"
    ).split()]


@dataclasses.dataclass(frozen=True)
class Fault:
    """What happens to a call: it fails with an error number, writes no more than some bytes, or all dies.

    Where it is to die and there is a number of bytes, they are written before; else the call is not made.
    """
    error: int = 0
    bytes: int = None
    kill: bool = False


@dataclasses.dataclass
class Call:
    """A call on a file, as it is made."""
    process: int
    name: str
    arguments: list
    paths: list

    def changes(self):
        if self.name in OPENS:
            return bool(self.flags & (os.O_CREAT | os.O_TRUNC))
        return self.name in CHANGES

    @property
    def flags(self):
        return self.arguments[2 if self.name == "openat" else 1]

    @property
    def count(self):
        return self.arguments[2]

    @property
    def descriptor(self):
        """The path under which this process reaches the open file."""
        return f"/proc/{self.process}/fd/{signed(self.arguments[0])}"

    def memory(self, address, count):
        return read_memory(self.process, address, count)

    def __str__(self):
        return self.name + " " + " -> ".join(self.paths)


class Tree:
    """A program and all it started, from its start to the end of the last of them."""

    def __init__(self, words, folder, environment, input=b"", names=None, timeout=60):
        """`names` are the calls to stop at, all of them where nothing is given."""
        numbers = [number for number, (name, _) in CALLS.items() if names is None or name in names]
        self.out, self.err = tempfile.TemporaryFile(), tempfile.TemporaryFile()
        with tempfile.TemporaryFile() as given:
            given.write(input)
            given.seek(0)
            self.main = os.fork()
            if self.main == 0:
                start_traced(words, folder, environment, (given, self.out, self.err), numbers)
        self.timeout = timeout
        self.alive = {self.main}
        self.known = {self.main}
        # What is still to be done at the end of the call that a process is in.
        self.pending = {}
        self.status = None
        self.is_killed = False

    def run(self, entered, left=None):
        """Lets it run; returns how it ended: its status, below zero for a signal, None where this killed it.

        `entered` is given every call on a file and returns a Fault or nothing; `left` the call and its result.
        """
        os.waitpid(self.main, WAIT_ALL)
        ptrace(SETOPTIONS, self.main, 0, OPTIONS)
        ptrace(CONT, self.main)
        before = signal.signal(signal.SIGALRM, lambda *_: self.kill())
        signal.setitimer(signal.ITIMER_REAL, self.timeout, 1)
        try:
            while self.alive:
                process, status = os.waitpid(-1, WAIT_ALL)
                if os.WIFSTOPPED(status):
                    self.alive.add(process)
                    try:
                        self.go_on(process, status, entered, left)
                    except ProcessLookupError:
                        pass
                else:
                    self.alive.discard(process)
                    if process == self.main:
                        self.status = os.waitstatus_to_exitcode(status)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)
            self.kill()
        return self.status

    def printed(self):
        texts = []
        for file in (self.out, self.err):
            file.seek(0)
            texts.append(file.read())
            file.close()
        return texts

    def kill(self):
        self.is_killed = True
        for process in self.alive:
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                pass

    def go_on(self, process, status, entered, left):
        number, event, passed, how = os.WSTOPSIG(status), status >> 16, 0, CONT
        if number == signal.SIGTRAP | 0x80:
            how = self.at_end(process, left)
        elif event == FILTERED:
            how = self.at_begin(process, entered, bool(left))
        elif event in FORKED:
            child = ctypes.c_ulong()
            ptrace(GETEVENTMSG, process, 0, ctypes.addressof(child))
            self.alive.add(child.value)
        elif event == 0 and not (number == signal.SIGSTOP and process not in self.known):
            passed = number
        self.known.add(process)
        if how is not None:
            ptrace(how, process, 0, passed)

    def at_begin(self, process, entered, wants_end):
        """At a call's beginning. Returns how it goes on, nothing where it does not."""
        call = call_of(process, *struct.unpack_from("7Q", call_info(process), 24))
        fault = entered(call)
        if not fault:
            self.pending[process] = (call, None, 0)
            return SYSCALL if wants_end else CONT
        if fault.kill and fault.bytes is None:
            self.kill()
            return None
        registers = Registers()
        ptrace(GETREGS, process, 0, ctypes.addressof(registers))
        self.pending[process] = (call, fault, registers.rdx)
        if fault.bytes is not None:
            registers.rdx = fault.bytes
        else:
            # A call of that number is none, and its result stays as it is set here.
            registers.orig_rax = (1 << 64) - 1
            registers.rax = (1 << 64) - fault.error
        ptrace(SETREGS, process, 0, ctypes.addressof(registers))
        return SYSCALL if fault.bytes is not None else CONT

    def at_end(self, process, left):
        """At a call's end; the same."""
        call, fault, count = self.pending.pop(process)
        if fault and fault.kill:
            self.kill()
            return None
        if fault:
            registers = Registers()
            ptrace(GETREGS, process, 0, ctypes.addressof(registers))
            registers.rdx = count
            ptrace(SETREGS, process, 0, ctypes.addressof(registers))
        elif left:
            left(call, struct.unpack_from("q", call_info(process), 24)[0])
        return CONT


def is_possible():
    """Whether a program can be traced here: not on another machine, and not where a container forbids it."""
    if platform.system() != "Linux" or platform.machine() != "x86_64":
        return False
    try:
        return Tree(["/bin/true"], "/", {}).run(lambda call: None) == 0
    except OSError:
        return False


def start_traced(words, folder, environment, streams, numbers):
    """In the child: becomes the program, stopped at its start, and then at the calls of these numbers."""
    try:
        os.setsid()
        os.chdir(folder)
        for number, stream in enumerate(streams):
            os.dup2(stream.fileno(), number)
        os.closerange(3, 256)
        ptrace(TRACEME, 0)
        os.kill(os.getpid(), signal.SIGSTOP)
        stop_at(numbers)
        os.execve(words[0], words, environment)
    finally:
        os._exit(127)


class Filter(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("instructions", ctypes.c_void_p)]


def stop_at(numbers):
    """Has the kernel stop this process at those calls alone: a BPF program that compares the number with each."""
    load, equal, end, go_on, stop = 0x20, 0x15, 0x06, 0x7FFF0000, 0x7FF00000
    program = [(load, 0, 0, 0)]
    for number in numbers:
        program += [(equal, 0, 1, number), (end, 0, 0, stop)]
    program.append((end, 0, 0, go_on))
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in program))
    filter = Filter(len(program), ctypes.addressof(code))
    libc.prctl.argtypes = [ctypes.c_int] + [ctypes.c_ulong] * 4
    set_no_new_privileges, set_filter = 38, 22
    if libc.prctl(set_no_new_privileges, 1, 0, 0, 0) or libc.prctl(set_filter, 2, ctypes.addressof(filter), 0, 0):
        os._exit(126)


def call_info(process):
    info = ctypes.create_string_buffer(88)
    ptrace(GET_SYSCALL_INFO, process, len(info), ctypes.addressof(info))
    return info.raw


def ptrace(request, process, address=0, data=0):
    ctypes.set_errno(0)
    result = libc.ptrace(request, process, address, data)
    if result == -1 and ctypes.get_errno():
        raise OSError(ctypes.get_errno(), f"ptrace {request}")
    return result


def call_of(process, number, *arguments):
    name, places = CALLS[number]
    paths, index = [], 0
    for place in places:
        if place == "f":
            paths.append(open_path(process, arguments[0]))
        elif place == "m":
            paths.append(open_path(process, arguments[4]))
        elif place == "p":
            paths.append(full_path(process, AT_CWD, arguments[index]))
            index += 1
        else:
            paths.append(full_path(process, arguments[index], arguments[index + 1]))
            index += 2
    return Call(process, name, list(arguments), paths)


def signed(value):
    return ctypes.c_int(value & 0xFFFFFFFF).value


def open_path(process, descriptor):
    try:
        return os.readlink(f"/proc/{process}/fd/{signed(descriptor)}").removesuffix(" (deleted)")
    except OSError:
        return ""


def full_path(process, folder, address):
    text = read_text(process, address)
    if text.startswith("/"):
        return os.path.normpath(text)
    above = os.readlink(f"/proc/{process}/cwd") if signed(folder) == AT_CWD else open_path(process, folder)
    return os.path.normpath(os.path.join(above, text)) if above else text


def read_memory(process, address, count):
    with open(f"/proc/{process}/mem", "rb", buffering=0) as memory:
        memory.seek(address)
        return memory.read(count)


def read_text(process, address):
    """The text that ends with a zero byte there, read up to the end of its page at a time."""
    text = b""
    while address and len(text) < 1 << 16:
        try:
            piece = read_memory(process, address, 4096 - address % 4096)
        except (OSError, ValueError, OverflowError):
            break
        end = piece.find(b"\0")
        if end >= 0:
            return os.fsdecode(text + piece[:end])
        text += piece
        address += len(piece)
    return os.fsdecode(text)
