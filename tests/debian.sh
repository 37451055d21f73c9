#!/usr/bin/env bash
# Unpack Debian packages without installing them, so without root and without a service that starts.
# Arguments: the folder to unpack into, and the packages.
set -euo pipefail

folder=$1
shift
command -v apt-get >/dev/null || { echo "Without apt-get no $*: what needs them is skipped."; exit 0; }
[ "$(id -u)" != 0 ] || apt-get update -qq
mkdir -p "$folder"
cd "$folder"
# What a run left that was broken off would be taken for the package of this one.
rm -f ./*.deb
for package in "$@"; do
  if apt-get download -qq -o APT::Sandbox::User=root "$package"; then
    dpkg --extract "$package"_*.deb .
    rm "$package"_*.deb
  else
    echo "No $package to be had: what needs it is skipped."
  fi
done
