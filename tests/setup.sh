#!/usr/bin/env bash
# Set up what the tests need beside Python packages: browsers and html-validate. Argument: the virtual environment's bin folder.
set -euo pipefail
bin=$1
here=$(cd "$(dirname "$0")" && pwd)

# Debian's Chromium runs nearly all; Firefox and WebKit, which needs a screen, the essentials.
wanted=()
command -v chromium >/dev/null || wanted+=(chromium)
command -v firefox-esr >/dev/null || wanted+=(firefox-esr)
command -v WebKitWebDriver >/dev/null || wanted+=(webkit2gtk-driver)
command -v Xvfb >/dev/null || wanted+=(xvfb)
if [ ${#wanted[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${wanted[@]}" >/dev/null
  elif ! command -v chromium >/dev/null; then
    # The tests in the other browsers are skipped.
    "$bin/python" -m playwright install chromium
  fi
fi

bash "$here/../requirements/npm.sh" "$bin" "$here"
