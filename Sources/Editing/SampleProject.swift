/// A new briefing: a small sample with every kind of record, a Makefile, and what git is to leave alone.
package enum SampleProject {
  /// The files without the templates, by their paths in the new folder.
  ///
  /// - Parameters:
  ///   - today: The day on which it begins, as `2025-08-15`.
  ///   - executable: Where this brief stands, for a Makefile where none is on the path.
  ///   - ci: The service whose workflow is written as well, if any.
  package static func files(today: String, executable: String?, ci: SampleWorkflow? = nil) -> [(path: String, text: String)] {
    [
      (".gitignore", gitignore), ("Makefile", makefile(executable)), ("Content/briefing.yml", briefing(today)), ("Content/index.md", index),
      ("Content/method.md", method), ("Public/.gitignore", publicGitignore),
    ] + (ci.map { [(path: $0.path, text: $0.text)] } ?? []) + SampleFacts.files.map { ("Content/facts/" + $0.path, $0.text) }
  }

  private static let gitignore = """
    .DS_Store
    *.swp
    *~

    """

  private static let publicGitignore = """
    # The built site is output: it is made afresh by `make` and never committed.
    *
    !.gitignore

    """

  private static func makefile(_ executable: String?) -> String {
    let brief = executable.map { "$(shell command -v brief || echo '\($0)')" } ?? "brief"
    return """
      # What can be done here; `make help` lists it. Another brief: make BRIEF=path/to/brief

      BRIEF ?= \(brief)
      # Further arguments: make serve BRIEFFLAGS="--port 9000"
      BRIEFFLAGS ?=

      .DEFAULT_GOAL := site
      .PHONY: site serve check format deploy-rsync deploy-rclone clean help

      ## site: check everything and build the site into Public
      site:
      \t@$(BRIEF) build $(BRIEFFLAGS)

      ## serve: show the site, and build it anew whenever a file is saved
      serve:
      \t@$(BRIEF) serve $(BRIEFFLAGS)

      ## check: check the content and the templates, and write nothing
      check:
      \t@$(BRIEF) check $(BRIEFFLAGS)

      ## format: put the files of facts into canonical order and layout
      format:
      \t@$(BRIEF) fmt

      ## deploy-rsync: put Public on a host, TARGET=user@host:/srv/site/, carrying only what changed; refused where Public is not what Content comes to
      deploy-rsync:
      \t@test -n "$(TARGET)" || { echo "make: say where to: make deploy-rsync TARGET=user@host:/srv/site/" >&2; exit 2; }
      \t@$(BRIEF) check --published
      \trsync --recursive --links --checksum --delay-updates --delete-after --exclude=.gitignore $(RSYNCFLAGS) Public/ "$(TARGET)"

      ## deploy-rclone: the same by rclone, to whatever it knows: TARGET=remote:bucket
      deploy-rclone:
      \t@test -n "$(TARGET)" || { echo "make: say where to: make deploy-rclone TARGET=remote:bucket" >&2; exit 2; }
      \t@$(BRIEF) check --published
      \trclone sync --checksum --exclude=.gitignore $(RCLONEFLAGS) Public "$(TARGET)"

      ## clean: remove the built site
      clean:
      \t@find Public -mindepth 1 -maxdepth 1 ! -name .gitignore -exec rm -rf {} +

      ## help: this list
      help:
      \t@sed -n 's/^## \\([a-z-]*\\): \\(.*\\)/\\1|\\2/p' Makefile | awk -F '|' '{ printf "  make %-13s %s\\n", $$1, $$2 }'

      """
  }

  private static func briefing(_ today: String) -> String {
    """
    # What this briefing is. This is a sample: a town that does not exist, with a record or two of every kind. Replace it bit by bit;
    # `brief check` says what is missing, and `brief new claim` and the like write further records.

    format: 1
    title: The old bridge of Alderford
    # What the reader came to ask, and the answer in at most 60 words.
    question: Will the old bridge be closed to cars?
    answer: >-
      Perhaps. The mayor wants it, and says that [the shopkeepers agree](claim:shopkeepers-agree); they do so only if deliveries may still
      cross. [Who pays for the repair](question:who-pays) is open.
    confidence:
      level: moderate
      why: Both sides have put it in writing, but the council has not voted.
    # The state of the world that is described, and the day on which this was published.
    as_of: 2024-06-03
    published: \(today)
    # A closed briefing is a snapshot of its `as_of` day. `open` is one that is kept up; then `review_by` says until when.
    state: closed
    language: en
    # Where the site will stand, for feeds and links: base_url: https://example.org/bridge/
    authors:
      - name: A. N. Author
    licence: CC BY 4.0
    method: method.md
    # The points on the front page: known, disputed, unknown, next.
    points:
      - section: known
        text: The council's engineers found [two cracked arches](source:survey-report "page 3").
        events: [bridge-survey]
      - section: disputed
        text: Whether the shopkeepers [agreed](claim:shopkeepers-agree), and to what.
        claims: [shopkeepers-agree]
      - section: unknown
        text: Who pays.
        questions: [who-pays]
    # The timeline's headings; without them, months or years.
    phases:
      - title: Survey and first talks
        from: 2024-05-01
        to: 2024-05-31

    """
  }

  private static let index = """
    ---
    description: Whether the old bridge of Alderford will be closed to cars, and who said what of it.
    ---

    <!-- The explainer itself. A fact is linked to as [words](claim:some-id), a source is cited as [words](source:some-id "page 4"). -->

    The old bridge of Alderford has cracks. [Engineers of the town](source:survey-report "page 3") found two
    [arches](term:arch) damaged, and the [mayor](actor:mayor) would close it to cars.

    ## Who agreed to what

    The mayor said that [Mill Street was won over](claim:shopkeepers-agree), as [the Post reported](source:post-0515). The
    shopkeepers [wrote](source:shopkeepers-letter) that deliveries must go on.

    ```claim
    id: shopkeepers-agree
    ```

    ## What happened when

    ```timeline
    topics: [cars, repair]
    caption: The bridge in May
    ```

    """

  private static let method = """
    ---
    title: How it was made
    description: What this briefing rests on.
    ---

    Everything stands in a source that the authors have read; each is listed with what it supports. Statuses follow the evidence that a
    record lists, and nothing else.

    """
}
