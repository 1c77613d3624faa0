# The daily commands. `make` alone lists them.
SHELL := /bin/sh
PYTHON ?= python3
UV_VERSION := 0.13.9
BIN := .venv/bin
PORT ?= 8000
DATABASE ?= sqlite
TESTS ?= tests
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help run test test-unit test-spark check lint types setup messages docs figures-manual flow-manual bench clean

help: ## List the commands
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## (.*)/make \1\t\2/' | expand -t 24

run: setup ## Set everything up and serve the demo at http://127.0.0.1:8000
	@SAMSPEL_DEMO=yes SAMSPEL_SECOND_FACTOR=optional $(BIN)/samspel demo --port $(PORT)

test: setup ## Run all the tests, browser tests included (DATABASE=sqlite or postgresql)
	@$(BIN)/python -m tests.run --database $(DATABASE) $(TESTS)

test-unit: setup ## Run the tests that need no browser
	@$(BIN)/python -m tests.run --database $(DATABASE) --no-browser $(TESTS)

test-spark: setup ## Run the figures on Spark as well (needs Java 17; fetches Spark)
	$(BIN)/uv sync --quiet --frozen --inexact --extra duckdb --extra spark --group docs
	$(BIN)/python -m pytest -q tests/figures/test_engines.py

check: lint types ## Run every check that is not a test: lint, types, audit, documents
	$(BIN)/bandit -q -r samspel -c pyproject.toml
	@mkdir -p build
	$(BIN)/pip-audit --progress-spinner off --skip-editable --format json --output build/audit.json
	$(BIN)/python -m tests.spec.manual --check
	$(BIN)/python -m tests.about_the_code.flow_manual --check
	$(MAKE) --no-print-directory docs

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: setup
	$(BIN)/mypy samspel

setup: .venv/ready ## Set up the virtual environment, the assets and the translations
	@$(BIN)/python -m samspel.messages

.venv/ready: pyproject.toml uv.lock package.json package-lock.json .ci/environment
	@PYTHON="$(PYTHON)" UV_VERSION="$(UV_VERSION)" sh .ci/environment
	@touch $@

messages: setup ## Compile the translations

figures-manual: setup ## Write docs/figures.md anew from the specification tests
	$(BIN)/python -m tests.spec.manual

flow-manual: setup ## Write docs/flow.md anew from the table of steps and stages
	$(BIN)/python -m tests.about_the_code.flow_manual

docs: setup ## Build the documentation into site/
	$(BIN)/mkdocs build --strict --quiet

bench: setup ## Measure the speed and print the ratios
	$(BIN)/python -m bench

clean: ## Remove what was built; the database under var/ stays
	rm -rf .venv node_modules site build samspel/web/static/vendor samspel/web/fonts
