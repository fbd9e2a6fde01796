# `make` alone names the targets. Each can be run again at any time.
PYTHON := .venv/bin/python
RUFF := .venv/bin/ruff

.DEFAULT_GOAL := help
.PHONY: help setup dev briefings test check fast fix bench

help:  ## name the targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile | expand -t 20

setup:  ## make the environment in .venv, with all that the program needs
	@.ci/setup

dev:  ## the same, with all that work on the program needs
	@.ci/setup dev

briefings: setup  ## print every briefing of the samples, and say where they are
	@$(PYTHON) build.py

test: dev  ## run every test
	@$(PYTHON) -m pytest

check: dev  ## all that must hold before a change is taken in
	@$(RUFF) format --check .
	@$(RUFF) check .
	@$(PYTHON) -m mypy
	@.venv/bin/lint-imports
	@$(PYTHON) -m pytest

fast: dev  ## the tests of what is read, in a few seconds
	@$(PYTHON) -m pytest tests/text tests/lexicon tests/extract

fix: dev  ## mend form and imports
	@$(RUFF) check --fix .
	@$(RUFF) format .

bench: dev  ## measure how long reading and printing take
	@$(PYTHON) -m benchmarks
