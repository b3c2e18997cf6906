# Every habit is one command, and each sets up what it needs in .venv. `make` alone tells them.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
ARGS ?=
JOBS ?= 4

.PHONY: help run test check lint types content docs-check fix frames shots docs bench clean

help:
	@echo "make run     start the program (ARGS='scio-2024-10-23#q2' opens a place)"
	@echo "make test    run the tests"
	@echo "make check   all that has to hold: lint, types, tests, content, documents"
	@echo "make fix     mend what lint can mend, and the format"
	@echo "make frames  accept the screen as it is now for tests/frames"
	@echo "make shots   write screenshots/ anew"
	@echo "make docs    write keys, commands and figures into README.md anew"
	@echo "make bench   measure it against floors and peers (ARGS='--quick', ARGS='--only start,keys')"

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Setting up .venv …"
	@# The entry script that an older pip writes imports `re`: half of what Python itself takes to start. Offline, that is all that is lost.
	@-$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(READY)

run: $(READY)
	@$(BIN)/briefing-tui $(ARGS)

test: $(READY)
	@$(BIN)/python -m pytest -n $(JOBS) $(ARGS)

check: lint types content docs-check test

lint: $(READY)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(READY)
	@$(BIN)/mypy

content: $(READY)
	@$(BIN)/briefing-tui check content/*/

docs-check: $(READY)
	@$(BIN)/python tools/docs.py --check

fix: $(READY)
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

frames: $(READY)
	@$(BIN)/python -m pytest -n 0 tests/frames --accept

shots: $(READY)
	@$(BIN)/python tools/shots.py

docs: $(READY)
	@$(BIN)/python tools/docs.py

bench: $(READY)
	@$(BIN)/python -m benchmarks $(ARGS)
	@$(BIN)/python tools/docs.py

clean:
	@rm -rf .venv benchmarks/.env benchmarks/.made .pytest_cache .mypy_cache .ruff_cache
