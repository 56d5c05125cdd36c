# The two commands of a fresh machine: `make edition` and `make test`. Both set up .venv first.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: edition test lint types contracts pytest slow clean

edition: .venv/ready
	$(BIN)/tei-edition build

test: lint types contracts pytest

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	$(BIN)/python -m compileall -q src
	touch $@

lint: .venv/ready
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: .venv/ready
	$(BIN)/mypy

contracts: .venv/ready
	$(BIN)/lint-imports

pytest: .venv/ready
	$(BIN)/pytest -q -m "not slow" -n auto

slow: .venv/ready
	$(BIN)/pytest -q -m slow -n auto

clean:
	rm -rf .venv output/tei output/epub output/text output/html .tei-edition
