#!/usr/bin/env bash
# Set up what the tests drive: Debian's Chromium runs nearly all; Firefox and WebKit, which needs a screen, the essentials;
# nginx and Caddy serve the site as the page Publiceren says. Argument: the virtual environment's bin folder.
set -euo pipefail

servers=()
for server in nginx caddy; do
  command -v "$server" "$1/../debian/usr/sbin/$server" "$1/../debian/usr/bin/$server" >/dev/null || servers+=("$server")
done
if [ ${#servers[@]} -gt 0 ]; then
  echo "The tests need ${servers[*]}: unpacking with apt-get, installing nothing."
  bash "$(dirname "$0")/debian.sh" "$1/../debian" "${servers[@]}"
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
