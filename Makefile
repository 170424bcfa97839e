.DEFAULT_GOAL := help
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help setup browser demo test check bench lock vendor

help: ## Show what can be done
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

setup: $(VENV)/installed ## Make the environment, with the command .venv/bin/veiviser

$(VENV)/installed: requirements-dev.lock pyproject.toml
	python3 -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	touch $@

lock: ## Resolve the dependencies anew
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make lock" --quiet pyproject.toml -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make lock" --quiet --group dev pyproject.toml -o requirements-dev.lock

vendor: ## Fetch the browser assets anew and copy them into wizard/static/vendor
	npm ci --omit-lockfile-registry-resolved --ignore-scripts --no-audit --no-fund
	$(BIN)/python -m wizard.vendored
