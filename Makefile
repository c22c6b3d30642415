# Ranke's commands. `make setup` builds .venv from the locks; everything else uses it and runs it first when needed.

SHELL := /bin/sh
BIN := .venv/bin
STAMP := .venv/.made
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input install --quiet
# No index address may stand in a lock; universal: one lock for all systems from Python 3.12 on.
LOCK := --quiet --upgrade --universal --python-version 3.12 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-annotate --custom-compile-command "make lock"
# What a Python must be able to do; it is run, as a name on the PATH may be a shim with nothing behind it.
FITS := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 12))

.DEFAULT_GOAL := help
.PHONY: help setup demo test lint check bench readme pictures lock clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

setup: $(STAMP) ## Build .venv from the locks (again only when a lock or pyproject.toml has changed)

demo: $(STAMP) ## Read the two example reports
	@$(BIN)/ranke read examples

test: $(STAMP) ## Run the tests
	$(BIN)/python -m pytest

lint: $(STAMP) ## Everything that `check` does but the tests
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/cog --check README.md

check: lint test ## Run all checks and the tests: what must pass before a change is in

bench: $(STAMP) ## Measure speed, memory and scores
	$(BIN)/python bench/measure.py --write

readme: $(STAMP) ## Write the output in README.md anew from the commands that it shows
	$(BIN)/cog -r README.md

pictures: $(STAMP) ## Make the pictures of the reading room in README.md (needs Debian's chromium)
	$(BIN)/python bench/pictures.py

lock: $(STAMP) ## Resolve the dependencies anew into the two locks
	$(BIN)/uv pip compile $(LOCK) pyproject.toml --output-file requirements.lock
	$(BIN)/uv pip compile $(LOCK) --all-extras --constraints requirements.lock pyproject.toml \
		--output-file requirements-dev.lock

clean: ## Remove .venv, caches and what was built
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(STAMP): requirements-dev.lock pyproject.toml
	@if ! $(BIN)/python -c '$(FITS)' 2>/dev/null; then \
		rm -rf .venv; \
		for python in python3.13 python3.12 python3; do \
			if $$python -c '$(FITS)' 2>/dev/null; then $$python -m venv .venv && break; fi; \
		done; \
		if [ ! -x $(BIN)/python ] && uv --version >/dev/null 2>&1; then uv venv --quiet --python 3.12 --seed .venv; fi; \
		if [ ! -x $(BIN)/python ]; then \
			echo "Ranke needs Python 3.12 or newer with venv: install python3.12 and python3.12-venv, or uv, and try again" >&2; \
			exit 1; \
		fi; \
	fi
	@echo "Installing into .venv ($$($(BIN)/python --version))"
	@$(PIP) --require-hashes -r requirements-dev.lock
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $(STAMP)
