#!/usr/bin/env bash
# Set up what the tests need beside Python packages: a browser and html-validate. Argument: the virtual environment's bin folder.
set -euo pipefail
bin=$1
here=$(cd "$(dirname "$0")" && pwd)

if ! command -v chromium >/dev/null; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium >/dev/null
  else
    "$bin/python" -m playwright install chromium
  fi
fi

bash "$here/../requirements/npm.sh" "$bin" "$here"
