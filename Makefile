# Five habits, the same here and in CI: site, test, serve, check, bench. Nothing has to be installed by hand before.
# Needs only Python 3.11 or later, and make.

PYTHON ?= python3
ifeq ($(OS),Windows_NT)
  BIN := .venv/Scripts
else
  BIN := .venv/bin
endif

.PHONY: help site test serve check bench audit lint types layers tests screenshots clean

help:
	@echo "make site         build site/ from content/ and workbook/"
	@echo "make serve        the same at a local address, following every change"
	@echo "make check        every problem and hint in the workbook"
	@echo "make test         every check and test"
	@echo "make bench        how long it takes, beside its peers"
	@echo "make audit        what Lighthouse and html-validate say of the example"
	@echo "make screenshots  the pictures of README.md, anew"

site: .venv/for-site
	$(BIN)/bothways build
	@echo "Open site/index.html in a browser."

serve: .venv/for-site
	$(BIN)/bothways serve

check: .venv/for-site
	$(BIN)/bothways check

test: lint types layers tests

lint: .venv/for-tests
	$(BIN)/ruff check generator tests
	$(BIN)/ruff format --check generator tests

types: .venv/for-tests
	$(BIN)/mypy

layers: .venv/for-tests
	$(BIN)/lint-imports

# A worker runs whole files, so what a file makes for its tests is made once. tests/conftest.py puts the longest first.
tests: .venv/for-tests
	BOTHWAYS_BROWSER="$$($(BIN)/python tests/browser/find.py)" && export BOTHWAYS_BROWSER && \
	BOTHWAYS_FIREFOX="$$($(BIN)/python tests/browser/find.py firefox)" && export BOTHWAYS_FIREFOX && \
	$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder

bench: .venv/for-tests
	$(BIN)/python tests/bench/run.py

audit: .venv/for-tests
	BOTHWAYS_BROWSER="$$($(BIN)/python tests/browser/find.py)" && export BOTHWAYS_BROWSER && $(BIN)/python tests/audit/run.py

screenshots: .venv/for-tests site
	BOTHWAYS_BROWSER="$$($(BIN)/python tests/browser/find.py)" && export BOTHWAYS_BROWSER && $(BIN)/python tests/browser/screenshots.py

.venv/made:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "bothways needs Python 3.11 or later; this is " + sys.version.split()[0])'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	@touch $@

.venv/for-site: .venv/made pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	$(BIN)/python -m bothways.site.compiled
	@touch $@

.venv/for-tests: .venv/for-site
	$(BIN)/python -m pip install --quiet --group test
	@touch $@

clean:
	rm -rf .venv .mypy_cache .ruff_cache .hypothesis .import_linter_cache
