# The commands a contributor needs. The environment is made on first use; PYTHON chooses the interpreter, VENV the place.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check

.PHONY: demo test lint docs notebooks bench formats floors jobs stream

demo: $(BIN)/trichluc
	$(BIN)/trichluc extract corpora/texts -o out/facts.csv
	$(BIN)/trichluc extract corpora/texts -o out/facts.parquet
	$(BIN)/trichluc tasks corpora/texts -o out/tasks.xlsx
	$(BIN)/python docs/demo.py out/facts.parquet

# Two processes, since CI has two cores; a file stays in one, where its fixtures are made once.
test: $(VENV)/.dev
	$(BIN)/python -m pytest -n 2 --dist loadfile $(TESTS)

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

docs: $(VENV)/.dev
	$(BIN)/python docs/generate.py
	$(BIN)/python benchmarks/page.py

# The notebooks as they are stored: executed, with what they print.
notebooks: $(VENV)/.dev
	$(BIN)/python notebooks/execute.py

# Everything that docs/benchmarks.md tells, and that page: three quarters of an hour on a quiet machine. RUNS=1 is a rehearsal.
bench: $(VENV)/.bench
	$(BIN)/python benchmarks/bench.py --runs $(or $(RUNS),5)

# The same text as DOCX, HTML, PDF and scan: half an hour.
formats: $(VENV)/.dev
	$(BIN)/python benchmarks/formats.py

# Two processes beside one: ten minutes, on a machine that does nothing else.
jobs: $(VENV)/.dev
	$(BIN)/python benchmarks/jobs.py

# A hundred thousand articles: half an hour.
stream: $(VENV)/.dev
	$(BIN)/python benchmarks/stream.py --json benchmarks/results/stream.json
	$(BIN)/python benchmarks/page.py

floors: $(VENV)/.dev
	$(BIN)/python tests/gold_gate.py --update

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Python 3.11 or later is needed: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv $(VENV)

$(BIN)/trichluc: pyproject.toml | $(BIN)/python
	$(PIP) --editable .
	touch $@

$(VENV)/.dev: pyproject.toml | $(BIN)/python
	$(PIP) --editable '.[dev]'
	touch $@ $(BIN)/trichluc

$(VENV)/.bench: pyproject.toml | $(BIN)/python
	$(PIP) --editable '.[bench,spark]'
	touch $@ $(BIN)/trichluc
