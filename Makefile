# Everything runs in .venv, which is made from Python alone.
PYTHON ?= python3
BIN := .venv/bin
AS_OF := 2025-12-31
POLICY := zhanjiang-bse-2023-illustrative

.PHONY: demo demo-zh test test-full test-long test-spark fuzz habits check format lint types docs site-docs javascript soak reference answers proofs mutants bench clean

.venv/user: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[cli,excel,report,calendar]"
	@touch $@

.venv/dev: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch $@ .venv/user

demo: .venv/user          ## the main jobs on examples/: a table, one answer explained, a screening, the counties
	$(BIN)/listing-rewards assess examples/enterprises.csv --policy $(POLICY) --as-of $(AS_OF) --format table
	@echo
	$(BIN)/listing-rewards explain examples/enterprises.csv --policy $(POLICY) --as-of $(AS_OF) --enterprise 示例庚电子股份有限公司
	@echo
	$(BIN)/listing-rewards screen examples/city/enterprises.csv --standard bse-listing --as-of 2026-05-10 | sed -n 1,20p
	@echo
	$(BIN)/listing-rewards counties examples/city/enterprises.csv --policy $(POLICY) --targets examples/city/targets.toml --as-of 2026-05-10

demo-zh: export LISTING_REWARDS_LANG := zh
demo-zh: demo             ## the same in Chinese

# Tests start many processes: what Python compiles is kept, whatever the environment says.
test test-full test-long: export PYTHONDONTWRITEBYTECODE :=

test: .venv/dev           ## the tests, quick: every law with few examples, of long lists a part
	$(BIN)/python -m pytest -n auto

test-full: .venv/dev      ## the tests in full, as check runs them
	HYPOTHESIS_PROFILE=full $(BIN)/python -m pytest -n auto

test-long: .venv/dev      ## the same laws on many more generated cases, before a release
	HYPOTHESIS_PROFILE=long $(BIN)/python -m pytest -n auto tests/property tests/oracle tests/batch tests/engines tests/proof tests/audit/test_recalculated.py

test-spark: .venv/dev     ## Spark's answers beside one machine's; installs pyspark, needs Java 17 or later
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[spark]"
	$(BIN)/python -m pytest -m spark tests/spark

EACH := 10000
fuzz: .venv/dev           ## mutated files of each format, EACH of them; what ends badly is kept in fuzz-found
	PYTHONPATH=tests $(BIN)/python -m fuzz.run --each $(EACH)

TABLES := 20000
habits: export PYTHONDONTWRITEBYTECODE :=
habits: .venv/dev         ## clean tables disturbed by habits of people, TABLES workbooks and as many CSV files
	PYTHONPATH=tests $(BIN)/python -m files.law --each $(TABLES)

check: format lint types test-full docs

format: .venv/dev
	$(BIN)/ruff format --check .

lint: .venv/dev
	$(BIN)/ruff check .

types: .venv/dev
	$(BIN)/mypy

docs: .venv/dev           ## the reference pages and the explained examples are up to date
	$(BIN)/python docs/build_reference.py --check
	$(BIN)/python examples/build_explained.py --check

site-docs: .venv/dev      ## the documentation as a site, English and Chinese, in build/site-docs
	$(BIN)/python docs/site/build_site.py

javascript: .venv/dev     ## a client in JavaScript, generated from the OpenAPI document, on every example; needs npm
	mkdir -p build/javascript
	cp examples/javascript/* build/javascript/
	cd build/javascript && npm install --no-audit --no-fund --no-package-lock
	$(BIN)/python -m pytest tests/service/test_javascript.py

MINUTES := 10
soak: .venv/dev           ## 50 clients on the service of this machine for MINUTES: answers, times, memory
	$(BIN)/python bench/soak.py --minutes $(MINUTES)

reference: .venv/dev      ## rebuild them
	$(BIN)/python docs/build_reference.py
	$(BIN)/python examples/build_explained.py

answers: .venv/dev        ## store anew what tests/engines compares answers with; read the difference
	cd tests && ../$(BIN)/python -m engines.stored

proofs: .venv/dev         ## prove every law of every shipped and real policy anew; writes the reference page
	$(BIN)/python docs/build_proofs.py

mutants: .venv/dev        ## small faults made on purpose, and how many of them the tests find; an hour or two
	PYTHONPATH=tests $(BIN)/python -m mutants.run

.venv-bench/user: pyproject.toml
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check -e ".[bench]"
	@touch $@

bench: .venv-bench/user   ## speed beside other engines, in one run; no part of check
	.venv-bench/bin/python bench/run.py

clean:
	rm -rf .venv .venv-bench dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis
