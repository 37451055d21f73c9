"""Run a command while no other runs this way in the same folder: a second one says so, and waits. Arguments: the command."""

import fcntl
import os
import sys
from pathlib import Path

Path(".build").mkdir(exist_ok=True)
# It stays open in the command, so that the lock goes when that ends, however it does.
lock = os.open(".build/alone", os.O_CREAT | os.O_RDWR)
os.set_inheritable(lock, True)
try:
    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
except BlockingIOError:
    print("In deze map wordt al gebouwd. Zodra dat klaar is, begint deze bouw.", file=sys.stderr, flush=True)
    fcntl.flock(lock, fcntl.LOCK_EX)
os.execvp(sys.argv[1], sys.argv[1:])
