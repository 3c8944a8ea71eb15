"""What the figures were taken on, without any name of it."""

import os
import platform
import subprocess
import time


class Machine:
    def __init__(self, folder):
        """folder: on the file system that was measured."""
        self.folder = folder

    @property
    def description(self):
        day = time.strftime("%Y-%m-%d", time.gmtime())
        return (
            f"{day}, {os.cpu_count()} cores of {self.processor}, {self.memory} GiB of memory, {self.file_system}, Linux "
            f"{platform.release()}; a small file and its fsync take {self.sync * 1000:.2f} ms, so much the disk has in "
            f"`new`. Medians, warm cache.")

    @property
    def processor(self):
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            for line in file:
                if line.startswith("model name"):
                    return " ".join(line.split(":", 1)[1].split())
        return platform.machine()

    @property
    def memory(self):
        return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)

    @property
    def file_system(self):
        command = ["df", "--output=fstype", self.folder]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()[-1]

    @property
    def sync(self):
        path = os.path.join(self.folder, "sync")
        times = []
        for _ in range(50):
            began = time.perf_counter()
            file = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC)
            os.write(file, b"x" * 2048)
            os.fsync(file)
            os.close(file)
            times.append(time.perf_counter() - began)
        os.remove(path)
        return sorted(times)[25]
