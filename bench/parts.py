"""Build as `python -m mkdocs` does, in folder `.` into the folder given, and print as JSON which part took how many seconds.

Every few milliseconds it looks what the build is doing: a profiler would slow Python, and only Python.
"""

import json
import sys
import threading
import time
from collections import Counter
from pathlib import Path

from mkdocs.__main__ import cli

PERIOD_SECONDS = 0.005
CARDS, SEARCH = (str(Path.cwd() / "macros" / room) for room in ("cards", "search"))


def part(frame) -> str:
    """`cards` for anything within that room, `search` for the making of its index."""
    while frame:
        file = frame.f_code.co_filename
        if file.startswith(CARDS):
            return "cards"
        if file.startswith(SEARCH):
            return "search"
        frame = frame.f_back
    return "rest"


def watch(thread: int, seconds: Counter) -> None:
    # Native code such as Typst's can hold this thread up; the time since the last look is then all its own.
    last = time.perf_counter()
    while True:
        time.sleep(PERIOD_SECONDS)
        frame, now = sys._current_frames()[thread], time.perf_counter()
        seconds[part(frame)] += now - last
        last = now


if __name__ == "__main__":
    sys.path[0] = str(Path.cwd())  # as `python -m` has it, not the folder of this file
    spent = Counter(cards=0, search=0, rest=0)
    threading.Thread(target=watch, args=(threading.get_ident(), spent), daemon=True).start()
    cli(["--quiet", "build", "--site-dir", sys.argv[1]], standalone_mode=False)
    print(json.dumps(spent))
