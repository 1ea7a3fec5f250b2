# What can be done here; `make help` lists it. Works with GNU make 3.81 (macOS) and later.

SHELL := /bin/bash

SWIFT ?= swift
PREFIX ?= /usr/local
PORT ?= 8000
# Further arguments for brief: make site BRIEFFLAGS="--jobs 1"
BRIEFFLAGS ?=

# On Linux the Swift runtime is linked in where the toolchain has it to link: brief starts twice as fast, and is one file to hand out. It is linked
# to a fixed address (-no-pie), so that no pages of it are rewritten at every start: a third less time again.
static_runtime = $(shell $(SWIFT) -print-target-info 2>/dev/null | sed -n 's/.*"runtimeResourcePath": "\(.*\)\/swift".*/\1\/swift_static\/linux/p')
release = $(SWIFT) build -c release --quiet $(if $(and $(filter Linux,$(shell uname -s)),$(wildcard $(static_runtime))),--static-swift-stdlib -Xlinker -no-pie)
brief = .build/release/brief
# Where Linux has the allocator that the programs are linked to.
mimalloc = $(foreach folder,/usr/lib/*-linux-* /usr/lib64 /usr/lib /usr/local/lib64 /usr/local/lib,$(folder)/libmimalloc.so)

.DEFAULT_GOAL := site
.PHONY: site build setup serve preview check test test-browser test-editors test-web test-hosting deploy-rsync deploy-rclone gallery bless bench format install clean help

## site: set up what is missing, build brief, and build the site into Public (what plain `make` does)
site: build
	@$(brief) build $(BRIEFFLAGS)

## build: build brief in release
build: setup
	@test -x $(brief) || echo "make: building brief in release; the first time takes some minutes" >&2
	@$(release) --product brief

## setup: install libcmark and (on Linux) mimalloc if they are missing, and look at the version of Swift
setup:
	@if ! command -v $(SWIFT) >/dev/null 2>&1; then \
	  echo "make: Swift is not here; install version 6.2 or later from https://www.swift.org/install" >&2; exit 1; \
	fi; \
	version=$$($(SWIFT) --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1); \
	major=$${version%%.*}; minor=$${version##*.}; \
	if [ -z "$$version" ]; then \
	  echo "make: '$(SWIFT) --version' does not say its version; 6.2 or later is needed" >&2; exit 1; \
	elif [ "$$major" -lt 6 ] || { [ "$$major" -eq 6 ] && [ "$$minor" -lt 2 ]; }; then \
	  echo "make: this is Swift $$version; 6.2 or later is needed: https://www.swift.org/install" >&2; exit 1; \
	fi
	@missing=; packages=; \
	if ! command -v pkg-config >/dev/null 2>&1 || ! pkg-config --exists libcmark; then \
	  missing=libcmark; packages="libcmark-dev pkg-config"; \
	fi; \
	if [ "$$(uname -s)" = Linux ] && [ -z "$(wildcard $(mimalloc))" ]; then \
	  missing="$${missing:+$$missing and }mimalloc"; packages="$${packages:+$$packages }libmimalloc-dev"; \
	fi; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if command -v apt-get >/dev/null 2>&1; then \
	  if [ "$$(id -u)" -eq 0 ]; then as_root=; \
	  elif command -v sudo >/dev/null 2>&1; then as_root=sudo; \
	  else \
	    echo "make: missing: $$missing; only root may install that; run as root: apt-get update && apt-get install $$packages" >&2; exit 1; \
	  fi; \
	  echo "make: missing: $$missing; installing $$packages by $${as_root:+$$as_root }apt-get" >&2; \
	  $$as_root apt-get update -qq >&2 && \
	  $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$packages >&2 || { \
	    echo "make: that did not work; install $$packages yourself, then run make again" >&2; exit 1; \
	  }; \
	elif command -v brew >/dev/null 2>&1; then \
	  echo "make: missing: $$missing; installing cmark and pkgconf by brew" >&2; \
	  brew install --quiet cmark pkgconf >&2 || { \
	    echo "make: that did not work; install cmark and pkgconf yourself, then run make again" >&2; exit 1; \
	  }; \
	else \
	  echo "make: missing: $$missing, and neither apt-get nor brew is here; install it with its headers, and pkg-config, then run make again" >&2; exit 1; \
	fi

## serve: show the site on http://127.0.0.1:8000 (PORT=...) while it is written: open pages reload; until Ctrl-C
serve: build preview
	@$(brief) serve --port $(PORT) $(BRIEFFLAGS)

# What serves is a program of its own, so that neither `make` nor brief pays for networking code.
preview: setup
	@test -x $(brief)-preview || echo "make: building brief-preview in release; the first time takes a minute" >&2
	@$(release) --product brief-preview

## check: check the content and the templates, and write nothing
check: build
	@$(brief) check $(BRIEFFLAGS)

## test: set up what is missing, for the tests in a browser too, and run all tests
test: setup
	@Tests/Browser/run --prepare
	$(SWIFT) test
	@$(MAKE) --no-print-directory test-editors
	@$(MAKE) --no-print-directory test-web
	@$(MAKE) --no-print-directory test-hosting
	@$(MAKE) --no-print-directory test-browser

## test-browser: run the tests in a browser alone; it says what it will install first, and takes CHROMIUM=path
test-browser: setup
	@Tests/Browser/run

## test-editors: run the tests of what editors and other programs get alone (language server, schemas, SARIF, data); it says what it will install first
test-editors: setup
	@Tests/Editors/run

## test-web: run the tests of feeds, sitemap and data for search engines alone; it says what it will install first
test-web: setup
	@Tests/Web/run

## test-hosting: run the tests of the way to a host alone (rsync, rclone, nginx on this machine); it says what it will install first
test-hosting: setup
	@Tests/Hosting/run

## deploy-rsync: put Public on a host, TARGET=user@host:/srv/site/, carrying only what changed; refused where Public is not what Content comes to
deploy-rsync: build
	@test -n "$(TARGET)" || { echo "make: say where to: make deploy-rsync TARGET=user@host:/srv/site/" >&2; exit 2; }
	@$(brief) check --published
	rsync --recursive --links --checksum --delay-updates --delete-after --exclude=.gitignore $(RSYNCFLAGS) Public/ "$(TARGET)"

## deploy-rclone: the same by rclone, to whatever it knows: TARGET=remote:bucket
deploy-rclone: build
	@test -n "$(TARGET)" || { echo "make: say where to: make deploy-rclone TARGET=remote:bucket" >&2; exit 2; }
	@$(brief) check --published
	rclone sync --checksum --exclude=.gitignore $(RCLONEFLAGS) Public "$(TARGET)"

## gallery: renew the screenshots in Tests/Browser/Gallery
gallery: setup
	@Tests/Browser/run --gallery

## bless: write the expected texts of the tests anew from what comes out now; the run fails, so that nobody takes it for a pass
bless: setup
	@BRIEF_BLESS=1 $(SWIFT) test; BRIEF_BLESS=1 Tests/Browser/run tree; exit 1

## bench: measure builds of generated sites of 100, 1,000 and 10,000 files (SIZES="100 1000" for others), and the pages in a browser if one is set up
bench: build
	@$(release) --product bench
	@.build/release/bench --brief $(brief) --project . $(SIZES)
	@BRIEF=$(brief) Tests/Browser/run --measure

## format: lay out the Swift code by .swift-format
format:
	@$(SWIFT) format -i -r Package.swift Sources Tests

## install: copy brief and brief-preview to PREFIX/bin and the templates to PREFIX/share/brief (PREFIX is /usr/local)
install: build preview
	@mkdir -p "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/brief/Templates"
	@for program in brief brief-preview; do \
	  cp ".build/release/$$program" "$(DESTDIR)$(PREFIX)/bin/$$program.new" && \
	  mv "$(DESTDIR)$(PREFIX)/bin/$$program.new" "$(DESTDIR)$(PREFIX)/bin/$$program" || exit 1; \
	done
	@cp -R Templates/. "$(DESTDIR)$(PREFIX)/share/brief/Templates/"
	@echo "installed brief and brief-preview in $(DESTDIR)$(PREFIX)/bin, and $(DESTDIR)$(PREFIX)/share/brief/Templates" >&2

## clean: remove what was built: .build, and the site in Public
clean:
	@rm -rf .build
	@find Public -mindepth 1 -maxdepth 1 ! -name .gitignore -exec rm -rf {} +

## help: this list
help:
	@sed -n 's/^## \([a-z-]*\): \(.*\)/\1|\2/p' Makefile | awk -F '|' '{ printf "  make %-13s %s\n", $$1, $$2 }'
