# `make site` builds everything into site/, `make uitgave` what one uploads, `make check` finds most faults in 90 s, and
# `make test` proves all of it. Each sets up what it needs, once.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# What two commands would spoil for each other when both did it in this folder at once.
ALONE = $(BIN)/python requirements/alone.py
# The same input gives the same bytes: no clock in the output.
export SOURCE_DATE_EPOCH ?= 1577836800
export NO_MKDOCS_2_WARNING := 1
export PYTHONDONTWRITEBYTECODE := 1

.PHONY: site built uitgave serve check style quick test bench adressen editie schema leesbaarheid gelijkenis lock clean

site: $(VENV)/.site
	@$(ALONE) $(MAKE) --no-print-directory built
	@echo "The site is in site/"

built:
	@rm -rf .build/site && mkdir -p .build
	$(BIN)/python -m mkdocs --quiet build --site-dir .build/site
	@rm -rf .build/previous && { [ ! -e site ] || mv site .build/previous; } && mv .build/site site && rm -rf .build/previous

# The site with smaller copies of every text beside it; see docs/over/publiceren.md.
uitgave: site
	$(ALONE) $(BIN)/python -m macros.publish.packed site uitgave .build/packed
	@echo "What to publish is in uitgave/"

serve: $(VENV)/.site
	$(BIN)/python -m mkdocs serve

# How everything is written, its types, and the tests that need neither the whole site nor a browser; without root.
# Both at once, for neither keeps two processors busy all the time.
check: $(VENV)/.check
	@$(MAKE) --no-print-directory --jobs 2 style quick

style: $(VENV)/.check
	$(BIN)/ruff format --quiet --check macros tests bench requirements
	$(BIN)/ruff check --quiet macros tests bench requirements
	$(BIN)/ty check --quiet --python $(VENV) macros
	bash tests/lint.sh $(BIN)

quick: $(VENV)/.check
	$(BIN)/python -m pytest -n 2 --dist worksteal -m "not whole" --ignore tests/browser

test: check $(VENV)/.test
	$(BIN)/python -m pytest -n 2 --dist worksteal -m whole

bench: $(VENV)/.bench uitgave
	$(BIN)/python bench/bench.py
	$(BIN)/python bench/groei.py
	$(BIN)/python bench/kiezer.py
	$(BIN)/python bench/kaarten.py
	$(BIN)/python bench/zoeken.py
	$(BIN)/python bench/plek.py
	$(BIN)/python bench/voorbeeld.py
	$(BIN)/python bench/formaten.py
	$(BIN)/python bench/belasting.py uitgave
	$(BIN)/python bench/lighthouse.py uitgave

# After adding pages or anchors: write them into the ledger of addresses that may never disappear.
adressen: site
	$(ALONE) $(BIN)/python -m macros.publish site docs

# The built site as it is now, fixed: make editie NAAM=2027.1 DATUM=2027-09-01 WAT="Voor het studiejaar."
# Neither make nor the shell reads what is in the sentence.
editie: override export NAAM := $(value NAAM)
editie: override export DATUM := $(value DATUM)
editie: override export WAT := $(value WAT)
editie: site
	@$(ALONE) $(BIN)/python -m macros.publish editie site docs "$$NAAM" "$$DATUM" "$$WAT"

# A JSON Schema of what stands above a page, for an editor that completes YAML; see docs/over/bijdragen.md.
schema: $(VENV)/.site
	$(BIN)/python -m macros.exchange .build/velden.schema.json

# How readable each page is, hardest first; a report, not a gate.
leesbaarheid: $(VENV)/.test
	$(BIN)/python bench/leesbaarheid.py

# Which sentences of different begrippen say nearly the same, most alike first; a report, not a gate.
gelijkenis: $(VENV)/.test
	$(BIN)/python bench/gelijkenis.py

# Set-up is done again only when the pinned packages change.
$(VENV)/.site: requirements/site.txt requirements/package-lock.json requirements/npm.sh
	@bash requirements/python.sh $(PYTHON) $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/site.txt
	cp requirements/package.json requirements/package-lock.json $(VENV)/
	bash requirements/npm.sh $(BIN) $(VENV)
	@touch $@

$(VENV)/.check: $(VENV)/.site requirements/test.txt tests/package-lock.json
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	bash requirements/npm.sh $(BIN) tests
	@touch $@

$(VENV)/.test: $(VENV)/.check tests/setup.sh tests/debian.sh
	bash tests/setup.sh $(BIN)
	@touch $@

# What only bench/ needs: Lighthouse, and wrk, which asks faster than any Python.
$(VENV)/.bench: $(VENV)/.test bench/package-lock.json
	bash requirements/npm.sh $(BIN) bench
	bash tests/debian.sh $(VENV)/debian wrk libluajit-5.1-2
	@touch $@

# Needs uv, which is no part of what the site or its tests are made with.
lock:
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 requirements/site.in -o requirements/site.txt
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 requirements/test.in -c requirements/site.txt -o requirements/test.txt

clean:
	rm -rf .build .venv site uitgave tests/node_modules bench/node_modules
