#!/usr/bin/env bash
# Make the virtual environment, anew when its Python is too old or it has no pip. Arguments: the Python to make it with, its folder.
set -euo pipefail
version() { "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null; }
enough() { [[ $(version "$1") =~ ^3\.(1[1-9]|[2-9][0-9])$ ]]; }

if enough "$2/bin/python" && "$2/bin/python" -m pip --version >/dev/null 2>&1; then exit 0; fi
if ! enough "$1"; then
  found=$(version "$1") || found=
  echo "Je hebt Python 3.11 of nieuwer nodig, en $1 is hier ${found:-niet te vinden}. Heb je een nieuwere, noem die dan: make site PYTHON=python3.12" >&2
  exit 1
fi
"$1" -m venv --clear "$2"
