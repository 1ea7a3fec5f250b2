/// The facts of the sample with which a new briefing begins: a record or two of every kind, in a town that does not exist.
enum SampleFacts {
  static let files: [(path: String, text: String)] = [
    ("actors.yml", actors), ("topics.yml", topics), ("sources.yml", sources), ("events.yml", events), ("claims.yml", claims),
    ("positions.yml", positions), ("questions.yml", questions), ("terms.yml", terms), ("corrections.yml", corrections),
  ]

  private static let actors = """
    # Actors: who acts or speaks. `side` is the actor whom one speaks for: an answer of the mayor is the council's.

    town-council:
      name: Town council of Alderford
      kind: organisation

    mayor:
      name: Ada Quill
      kind: person
      role: Mayor of Alderford
      side: town-council

    shopkeepers:
      name: Shopkeepers of Mill Street
      kind: group
      aka: [Mill Street traders]

    """

  private static let topics = """
    # Topics: what claims, events and positions are about.

    cars:
      label: Cars on the bridge
      description: Who may drive across the old bridge, and when.

    repair:
      label: The repair
      description: What has to be mended, and who pays for it.

    """

  private static let sources = """
    # Sources: everything that can be read, heard or seen and that the facts rest on. Each has a `url`, a `document` in Content/assets, or says
    # with `unlinked` why there is none. `tier` says how near it is to what it tells; sources of one `origin` count as one.

    survey-report:
      title: Survey of the old bridge
      publisher: Office of Works, Alderford
      date: 2024-05-02
      unlinked: seen in print at the town hall
      kind: report
      tier: primary
      attribution: official-document

    post-0515:
      title: Mayor sees Mill Street won over
      publisher: The Alderford Post
      date: 2024-05-15
      unlinked: seen in print
      kind: article-newspaper
      tier: secondary
      attribution: on-record

    shopkeepers-letter:
      title: Letter to the town council
      title_from: description
      publisher: Shopkeepers of Mill Street
      date: 2024-05-16
      unlinked: a copy was shown to the authors
      kind: personal_communication
      tier: primary
      attribution: on-record

    """

  private static let events = """
    # Events: what happened, or was announced for a day. Dates are EDTF: 2024-05-14, 2024-05 (some day in May), 2024~ (about),
    # 2024-05-14/2024-05-16 (from, to), "[..2024-05-14]" (not later; in quotes, since it begins with a bracket).

    bridge-survey:
      date: 2024-05-02
      title: The old bridge is surveyed
      summary: Engineers of the town find [two cracked arches](source:survey-report "page 3").
      actors: [town-council]
      topics: [repair]
      kind: document
      sources:
        - source: survey-report
          locator: page 3

    council-meeting:
      date: 2024-05-14
      title: The council speaks of closing the bridge
      summary: The mayor proposes a bridge for people on foot and on bicycles.
      place: Town hall, Alderford
      actors: [mayor, town-council]
      topics: [cars, repair]
      kind: meeting
      key: true
      sources: [post-0515]

    """

  private static let claims = """
    # Claims: what somebody said, one assertion each. `sources` document that it was said; `evidence` and `responses` bear on whether it
    # holds. `status` is a history that is only added to:
    #   brief set claim shopkeepers-agree status confirmed --why "They signed." --source some-source

    bridge-bears-cars:
      text: The old bridge still bears ordinary cars.
      kind: fact
      claimant: town-council
      wording: paraphrased
      date: 2024-05-02
      event: bridge-survey
      topics: [repair]
      sources: [survey-report]
      evidence:
        - source: survey-report
          weight: supports
          strength: some
          locator: page 7
          note: Loads were reckoned and not tried out.
      status:
        - value: partly-confirmed
          as_of: 2024-05-02
          why: The survey says so of cars, and [leaves lorries open](source:survey-report "page 7").

    shopkeepers-agree:
      text: The shopkeepers agreed to a bridge without cars.
      kind: concession
      claimant: mayor
      # Of whom it is said. Whoever reports another's consent is a relay, and the other side's answer is recorded, silence too.
      attributed_to: [shopkeepers]
      wording: paraphrased
      date: 2024-05-14
      event: council-meeting
      topics: [cars]
      sources: [post-0515]
      responses:
        - by: shopkeepers
          stance: conditions
          date: 2024-05-16
          source: shopkeepers-letter
          note: Only if deliveries may cross in the morning.
      status:
        - value: unconfirmed
          as_of: 2024-05-14
          why: Only the mayor had said it.
        - value: partly-confirmed
          as_of: 2024-05-16
          why: The shopkeepers agree [on a condition](source:shopkeepers-letter).
          sources: [shopkeepers-letter]
      unknown: Whether the council will let deliveries through.

    """

  private static let positions = """
    # Positions: what an actor wanted on a topic, as it stood on several days.

    shopkeepers-cars:
      actor: shopkeepers
      topic: cars
      stances:
        - date: 2024-05-02
          summary: The bridge stays open to all.
          sources: [post-0515]
        - date: 2024-05-16
          summary: No cars, but deliveries in the morning.
          sources: [shopkeepers-letter]
          change: narrowed

    """

  private static let questions = """
    # Questions: what is asked and not, or not yet, answered.

    who-pays:
      text: Who pays for the repair?
      answer: The council has named no sum and nobody to pay it.
      state: open
      events: [bridge-survey]

    """

  private static let terms = """
    # Terms: words that readers may not know.

    arch:
      term: Arch
      definition: A curved part of a bridge that carries the road between two piers.
      aka: [arches]

    """

  private static let corrections = """
    # Corrections: what this briefing had wrong, and what it says now.

    survey-page:
      date: 2024-06-03
      class: minor
      target: event:bridge-survey
      was: one cracked arch
      now: two cracked arches
      why: The second one stands in a note on the same page.

    """
}
