# Every target is a script in scripts/, which can be called directly and takes arguments.
# Here they are given with ARGS, for instance: make run ARGS="--listen 0.0.0.0:8080"

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup run dev test test-rust test-browser check fmt bench bench-search bench-size bench-subscriptions build prepare-sql clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-19s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Set up, build and serve the portal with a demo world on http://localhost:3000
	@scripts/run.sh $(ARGS)

test: ## Set up and run every test: Rust, documentation examples, browser
	@scripts/test.sh

dev: ## Serve a debug build; rebuild and reload on every change
	@scripts/dev.sh $(ARGS)

check: ## Formatting, clippy, stored queries, dependencies, documentation
	@scripts/check.sh

test-rust: ## Only the Rust tests (ARGS: a filter)
	@scripts/test-rust.sh $(ARGS)

test-browser: ## Only the browser tests (ARGS: for Playwright)
	@scripts/test-browser.sh $(ARGS)

bench: ## Run the benchmarks of core (ARGS: a filter)
	@scripts/bench.sh $(ARGS)

bench-search: ## How long searching a million customers takes (ARGS: how many customers, how many runs)
	@scripts/bench-search.sh $(ARGS)

bench-size: ## How long queues and lists take in a program of 100,000 organizations (ARGS: how many, how many runs)
	@scripts/bench-size.sh $(ARGS)

bench-subscriptions: ## Whether renewals, statements and lists keep up with a million subscriptions (ARGS: how many)
	@scripts/bench-subscriptions.sh $(ARGS)

build: ## Set up and build what is installed elsewhere: target/release/tierline and target/site
	@scripts/setup.sh build && scripts/build.sh && scripts/check/budget.sh release

prepare-sql: ## After a change of a query or a migration: refresh .sqlx
	@scripts/prepare-sql.sh

fmt: ## Format the Rust code, and wrap documentation
	@. scripts/lib/env.sh && cargo fmt --all && node scripts/check/wrap.mjs --fix

setup: ## Only find or install what building, testing and checking need
	@scripts/setup.sh build test check

clean: ## Remove everything that was built; data/ and installed tools stay
	rm -rf target tests/browser/node_modules
	find app core server tests -name '*.snap.new' -delete
