#!/usr/bin/env bash
# Set up what the tests drive: Debian's Chromium runs nearly all, in its headless shell, which takes less than half the time that
# the whole browser does; Firefox and WebKit, which needs a screen, the essentials; rsync puts the site on a server and nginx, Caddy and
# Apache serve it, as the page Publiceren says. Argument: the virtual environment's bin folder.
set -euo pipefail

unpacked=()
for program in nginx caddy apache2 rsync chromium-headless-shell; do
  command -v "$program" "$1/../debian/usr/"{sbin,bin}"/$program" >/dev/null || unpacked+=("$program")
done
if [ ${#unpacked[@]} -gt 0 ]; then
  echo "The tests need ${unpacked[*]}: unpacking with apt-get, installing nothing."
  # What they load, which is not on every system that lacks them.
  [[ ${unpacked[*]} != *apache2* ]] || unpacked+=(libapr1 libaprutil1 libexpat1)
  [[ ${unpacked[*]} != *rsync* ]] || unpacked+=(libpopt0 libxxhash0)
  # The shell fits only what it shares with the whole browser in the same version.
  [[ ${unpacked[*]} != *chromium* ]] || unpacked+=(chromium-common)
  # The program alone: the package that is called after it holds the service.
  bash "$(dirname "$0")/debian.sh" "$1/../debian" "${unpacked[@]/#apache2/apache2-bin}"
fi

wanted=()
command -v chromium >/dev/null || wanted+=(chromium)
command -v firefox-esr >/dev/null || wanted+=(firefox-esr)
command -v WebKitWebDriver >/dev/null || wanted+=(webkit2gtk-driver)
command -v Xvfb >/dev/null || wanted+=(xvfb)
[ ${#wanted[@]} -gt 0 ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "The tests need ${wanted[*]}: installing with apt-get."
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${wanted[@]}" >/dev/null
elif ! command -v chromium >/dev/null; then
  echo "The tests need Chromium: fetching Playwright's own. Without ${wanted[*]} of the system, other browsers are skipped."
  "$1/python" -m playwright install chromium
fi
