.DEFAULT_GOAL := help
VENV := .venv
BIN := $(VENV)/bin
CODE := forms wizard docgen tests wsgi.py
# What is about SQLite's own file, and would be about nothing on PostgreSQL.
ABOUT_SQLITE := --ignore tests/integration/fence/test_faults.py --ignore tests/integration/consents/test_said_for_another.py --ignore tests/integration/any_order --ignore tests/integration/wizard/test_at_rest.py

.PHONY: help setup browser node clamav office demo test soak check audit bench lock texts vendor

help: ## Show what can be done
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

setup: $(VENV)/installed ## Make the environment, with the command .venv/bin/veiviser

$(VENV)/installed: requirements-dev.lock pyproject.toml
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Veiviser needs Python 3.11 or newer."; exit 1; }
	@python3 -c 'import ensurepip, venv' 2>/dev/null || .ci/install python3-venv
	python3 -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	touch $@

browser: ## See to it that there is a Chromium for the tests
	@command -v chromium-headless-shell >/dev/null || .ci/install chromium-headless-shell || command -v chromium >/dev/null || .ci/install chromium

node: node_modules/installed ## See to it that axe-core and a log-in provider are there for the tests

clamav: ## See to it that ClamAV's clamd is there for the tests
	@test -x /usr/sbin/clamd || command -v clamd >/dev/null || .ci/install clamav-daemon

office: ## See to it, where we may, that LibreOffice and Pango are there: documents are measured against what uses them
	@command -v soffice >/dev/null && /usr/bin/python3 -c 'import uno' 2>/dev/null || .ci/install libreoffice-writer-nogui python3-uno libpangoft2-1.0-0 || echo "LibreOffice is not measured." >&2

node_modules/installed: package-lock.json
	@command -v npm >/dev/null || .ci/install nodejs npm
	npm ci --ignore-scripts --no-audit --no-fund
	touch $@

demo: setup ## Start everything on this machine, with invented people
	$(BIN)/veiviser demo

check: setup ## Format, lint, types, import directions, templates, and the house's fences
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy $(CODE)
	$(BIN)/lint-imports
	$(BIN)/djlint --quiet --check --lint templates
	$(BIN)/python -m tests.unit.house.sizes
	$(BIN)/python -m tests.unit.plain
	$(BIN)/python -m pytest --quiet tests/unit/house tests/unit/test_catalogues.py tests/unit/plain

# Compiled code is kept, whatever the machine says: else each of the hundreds of processes compiles all of it anew.
test: setup browser node clamav ## Run all tests
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n logical --dist worksteal

soak: setup browser node clamav ## Hold every document to the standards, do everything in any order, and try 10,000 cases of each property
	$(BIN)/python -m pytest --quiet tests/soak/every_document.py tests/soak/combinations.py tests/soak/any_order.py tests/soak/every_door.py tests/soak/same_time.py tests/soak/storm.py tests/soak/long_queue.py
	$(BIN)/python -m pytest --quiet --capture=no tests/soak/steady.py
	HYPOTHESIS_PROFILE=soak $(BIN)/python -m pytest --quiet tests/faults
	VEIVISER_TESTS_ON=postgresql PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest --quiet -n logical --dist worksteal tests/integration $(ABOUT_SQLITE)
	HYPOTHESIS_PROFILE=soak $(BIN)/python -m pytest --quiet tests/e2e
	HYPOTHESIS_PROFILE=soak $(BIN)/python -m pytest --quiet tests/integration/any_form tests/integration/docgen/test_description.py
	HYPOTHESIS_PROFILE=soak $(BIN)/python -m pytest --quiet -m hypothesis tests/unit tests/integration/docgen

audit: setup ## List all that is shipped (SBOM), and look for known holes in it
	$(BIN)/python -m tests.audit

bench: setup office ## Print the figures: documents, steps, hand-over
	$(BIN)/python -m tests.bench

lock: ## Resolve the dependencies anew
	uv pip compile --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock" --quiet pyproject.toml -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock" --quiet --group dev pyproject.toml -o requirements-dev.lock

texts: setup ## Bring the catalogues in step with the texts in code and templates
	$(BIN)/pybabel -q extract -F wizard/babel.cfg -k N_ -k text --no-location --omit-header --sort-output -o wizard/translations/messages.pot .
	$(BIN)/pybabel -q update -i wizard/translations/messages.pot -d wizard/translations --width 100 --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date
	$(BIN)/pybabel -q compile -d wizard/translations

vendor: ## Fetch the browser assets anew and copy them into wizard/static/vendor
	npm ci --omit-lockfile-registry-resolved --ignore-scripts --no-audit --no-fund
	$(BIN)/python -m wizard.vendored
