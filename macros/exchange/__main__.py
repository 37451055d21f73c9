"""What `make schema` runs: the JSON Schema of what an editor types above a page, into a file."""

import json
import sys
from pathlib import Path

from .open.schema import front_matter_schema

file = Path(sys.argv[1])
file.parent.mkdir(parents=True, exist_ok=True)
file.write_text(json.dumps(front_matter_schema(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
print(f"Het schema staat in {file}")
