"""What `make adressen` runs: the addresses of a built site into the ledger."""

import sys
from pathlib import Path

from .ledger import main

sys.exit(main(*map(Path, sys.argv[1:3])))
