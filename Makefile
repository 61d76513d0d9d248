# make        set up .venv from the hash-checked lock, run the pipeline on seeds/, show what was found
# make test   linters, types, import contracts, all tests
# make bench  renew docs/results.md and the figures of the documents
# make lock   renew requirements.lock (needs the network)

PYTHON ?= python3.11
BIN := .venv/bin
export PATH := $(CURDIR)/$(BIN):$(PATH)
export DVC_NO_ANALYTICS := 1

.PHONY: all bench test test-browser test-readers test-label-studio lock clean
all: .venv/installed
	@dvc repro
	@argmap summary --out outputs

.venv/installed: requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "argmap needs Python 3.11; set PYTHON=/path/to/python3.11"; exit 2; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

test: .venv/installed
	ruff check .
	ruff format --check .
	mypy
	lint-imports
	pytest -n 2

test-browser: .venv/installed
	command -v chromium >/dev/null || apt-get install -y --no-install-recommends chromium fonts-dejavu-core
	$(BIN)/pip install --quiet playwright axe-playwright-python
	pytest -m browser

bench: .venv/installed
	python bench/results.py

# An environment of its own: arguebuf needs an older lxml than the lock has; the Argdown parser needs Node.
test-readers: .venv/installed
	command -v npm >/dev/null || { echo "the Argdown parser needs Node 20 or newer, with npm"; exit 2; }
	$(PYTHON) -m venv .readers
	.readers/bin/pip install --quiet --disable-pip-version-check arguebuf==2.7.2 xaif==0.3.4 "pandas>=2.2,<4"
	npm install --silent --no-save --no-package-lock --prefix .readers @argdown/core@2.0.1
	pytest -m readers

# An environment of its own: Label Studio pins another numpy. The server listens on loopback alone.
test-label-studio: .venv/installed
	$(PYTHON) -m venv .label-studio
	.label-studio/bin/pip install --quiet --disable-pip-version-check label-studio==1.23.2
	pytest -m label_studio

lock: .venv/installed
	$(BIN)/pip install --quiet uv
	uv pip compile pyproject.toml --extra dev --generate-hashes --universal --python-version 3.11 --no-emit-index-url --upgrade -o requirements.lock

clean:
	rm -rf .venv .readers .label-studio outputs/*.jsonl outputs/export outputs/report* outputs/intermediate .dvc/cache .dvc/tmp
