"""What `make adressen` and `make editie` run: the addresses of a built site into the ledger, and an edition of it."""

import sys
from pathlib import Path

from ..knowledge.errors import ContentError
from .addresses.ledger import disagreeing, main
from .editions import make_edition
from .refusal import refusal

if sys.argv[1] == "editie":
    site_dir, docs = map(Path, sys.argv[2:4])
    try:
        print(make_edition(site_dir, docs.resolve(), *sys.argv[4:7], disagreeing(site_dir, docs)))
    except ContentError as error:
        sys.exit(refusal(error.mistakes))
else:
    sys.exit(main(*map(Path, sys.argv[1:3])))
