# One environment (.venv), exact versions (constraints.txt), every check. `make help` lists targets.
# Nothing but Python 3.11 or newer, git and make is needed; the network is used by pip alone.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules --no-print-directory

# What the caller's shell says about Python is not ours to follow.
unexport PYTHONHOME PYTHONPATH PYTHONWARNINGS PYTEST_ADDOPTS
export PYTHONUTF8 := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# The bundled pyright is the pinned one; it need not ask whether a newer one exists.
export PYRIGHT_PYTHON_IGNORE_WARNINGS := 1

py := .venv/bin/python
po := $(wildcard src/recruitprivacy/i18n/locale/*/LC_MESSAGES/recruitprivacy.po)
mo := $(po:.po=.mo)
packs := $(wildcard src/recruitprivacy/law/packs/*.toml)

# $(call stage,what is done,command): one line; the command's own output only where it fails.
define stage
@printf '%s ... ' '$(1)'; \
if output=$$( { $(2); } 2>&1 ); then echo ok; \
else echo failed; printf '%s\n' "$$output"; exit 1; fi
endef

.PHONY: help
help:  ## say what each target does
	@echo 'Usage: make <target>. The first one run also makes the environment in .venv.'
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  \1|\2/p' Makefile | while IFS='|' read -r name what; do \
	  printf '  %-17s %s\n' "$$name" "$$what"; done

.PHONY: demo
demo: ready  ## ask about the example firms, write build/demo/index.html, sweep 50,000 people
	@echo 'Checking the example policies and writing pages about them to build/demo.'
	@$(py) examples/demo.py build/demo
	@echo 'Sweeping 50,000 made-up people.'
	@$(py) examples/sweep.py build/demo 50000

.PHONY: demo-large
demo-large: ready  ## make up a million people, and sweep them two nights in a row
	@$(py) examples/sweep.py build/demo 1000000

.PHONY: test
test: lint contracts types docs wheel  ## run every check; the tests come last
	@echo 'tests and doctests, with branch coverage ...'
	@mkdir -p build/coverage
	@$(py) -m pytest -q -n 2 --cov --cov-report=term --cov-fail-under=98

.PHONY: lint
lint: ready  ## check style and layout (ruff)
	$(call stage,style (ruff check),$(py) -m ruff check .)
	$(call stage,layout (ruff format),$(py) -m ruff format --check .)

.PHONY: format
format: ready  ## lay the code out, and mend what ruff can mend
	@$(py) -m ruff check --fix-only --quiet .
	@$(py) -m ruff format .

.PHONY: contracts
contracts: ready  ## check who imports whom (import-linter)
	$(call stage,layers (lint-imports),$(py) scripts/contracts.py)

.PHONY: types
types: ready  ## check types: right (mypy strict) and complete (pyright --verifytypes)
	$(call stage,types (mypy),$(py) -m mypy --no-error-summary)
	$(call stage,public types complete (pyright),PYTHONPATH=src $(py) -m pyright --pythonpath $(py) --verifytypes recruitprivacy --ignoreexternal)

.PHONY: docs
docs: ready  ## build the documentation in build/docs; a warning is an error
	$(call stage,documentation (sphinx),$(py) -m sphinx -q -W --keep-going -b html docs build/docs)

.PHONY: wheel
wheel: ready  ## build the sdist and from it the wheel, look inside, import it
	$(call stage,wheel (build and import),$(py) scripts/wheel_check.py)

.PHONY: snapshots
snapshots: ready  ## write tests/snapshots anew; read the difference before committing it
	@$(py) -m pytest -q --write-snapshots -k snapshot tests

.PHONY: nightly
nightly: ready  ## run the tests with many random examples, and those marked nightly
	@RECRUITPRIVACY_HYPOTHESIS=nightly $(py) -m pytest -q -n 2 -m 'nightly or not nightly' tests

# Sweeps held against the record function: people made up, decided once, asked of each engine.
people ?= 205000
late := .venv-nightly/bin/python
decided := build/equality/$(people)
sources := $(shell find src examples/policies -name '*.py' -o -name '*.toml')

.PHONY: nightly-equality
nightly-equality: ready $(decided)/.done  ## hold sweeps in frames and SQLite against 200,000 histories
	@$(py) scripts/equality.py check $(decided) polars pandas pyarrow duckdb sqlite

.PHONY: nightly-postgres
nightly-postgres: .venv-nightly/.ready $(decided)/.done  ## the same in a PostgreSQL it brings, with folding and speed
	@$(late) scripts/serving.py postgres $(late) scripts/equality.py check $(decided) postgres
	@$(late) scripts/serving.py postgres $(late) -m pytest -q -n 0 tests/retention/test_folding.py
	@$(late) scripts/serving.py postgres $(late) benchmarks/sweep_postgres.py

.PHONY: nightly-spark
nightly-spark: .venv-nightly/.ready $(decided)/.done  ## the same in Spark, with a Java it brings, and the cost per row
	@$(late) scripts/serving.py java $(late) scripts/equality.py check $(decided) spark
	@$(late) scripts/serving.py java $(late) benchmarks/sweep_spark.py

.PHONY: nightly-guides
nightly-guides: .venv-nightly/.ready  ## run the guides that need Django or Spark
	@$(late) -m doctest -o ELLIPSIS docs/how-to/sweep-in-django.md && echo 'the guide for Django runs'
	@$(late) scripts/serving.py java $(late) -m doctest -o ELLIPSIS docs/how-to/sweep-on-a-cluster.md \
	  && echo 'the guide for Spark runs'

$(decided)/.done: $(sources) scripts/equality.py | ready
	@$(py) scripts/equality.py decide $(decided) --people $(people)
	@touch $@

.venv-nightly/.ready: pyproject.toml constraints.txt hatch_build.py | ready
	@echo 'Making the environment in .venv-nightly; it is large, and takes some minutes.'
	@$(py) -m venv --clear .venv-nightly
	@$(late) -m pip install -q -c constraints.txt babel hatchling hatch-vcs
	@$(late) -m pip install -q -c constraints.txt --no-build-isolation -e '.[dev,nightly]'
	@touch $@

.PHONY: catalogs
catalogs: .venv/.ready  ## gather messages from the source, merge them into each .po, compile
	@$(py) scripts/catalogs.py update
	@$(py) hatch_build.py

.PHONY: figures
figures: ready  ## measure how long imports take, as a table
	@$(py) scripts/import_time.py

.PHONY: benchmarks
benchmarks: .venv-nightly/.ready  ## time it beside its peers; write docs/explanation/benchmarks.md
	@$(late) -m pip install -q -c constraints.txt --no-build-isolation -e '.[bench]'
	@$(late) scripts/serving.py postgres $(late) scripts/serving.py java $(late) benchmarks/run.py

.PHONY: clean
clean:  ## remove what was built, and the environment
	@rm -rf .venv .venv-nightly build dist docs/_build .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@rm -rf src/recruitprivacy/i18n/locale/*/LC_MESSAGES/*.mo

.PHONY: ready
ready: .venv/.ready .venv/.packs $(mo)

$(mo): %.mo: %.po .venv/.ready
	@$(py) hatch_build.py

.venv/.packs: $(packs) .venv/.ready
	@$(py) hatch_build.py
	@touch $@

# PYTHON=... chooses another interpreter. A half-made environment is made anew.
.venv/.ready: pyproject.toml constraints.txt hatch_build.py
	@echo 'Making the environment in .venv; the first time takes a minute or two.'
	@found=; \
	for name in $(PYTHON) python3.11 python3 python3.12 python3.13 python3.14 python; do \
	  if "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
	  then found=$$name; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	  echo 'Python 3.11 or newer is needed: install it, or name it, as in make PYTHON=/opt/python3.11' >&2; \
	  exit 1; \
	fi; \
	$(py) -m pip --version >/dev/null 2>&1 || "$$found" -m venv --clear .venv
	@$(py) -m pip install -q -c constraints.txt babel hatchling hatch-vcs
	@$(py) -m pip install -q -c constraints.txt --no-build-isolation -e '.[dev]'
	@touch $@
