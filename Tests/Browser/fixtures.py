"""Briefings of a size or a span that the shipped one does not have, made up here: the same bytes at every run."""
from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

SETTINGS = """\
format: 1
title: {title}
question: Does a briefing of this size still answer?
answer: It does, if every page of it stays of use.
as_of: 2025-09-12
published: 2025-09-13
state: closed
language: en
licence: CC BY 4.0
"""

#: Of several lengths, with accents and in other scripts, as names are; nobody's.
NAMES = [
    "Ana Gómara", "Bo Lindeling", "The Commission for the Observance of the Armistice in the Northern Districts", "Dovrin", "Élise Őrös",
    "Faradine", "The Guild of Pilots", "Hồ Xuyến Mai", "Ivo Čapelin", "Jun 田中丸", "The Press Office of the Harbour", "Łucja Wiśnienka",
]
TOPICS = ["Ceasefire", "Borders and crossings", "Guarantees", "Prisoners", "Trade", "Elections", "Grain", "Reconstruction of the harbour"]
KINDS = ["meeting", "call", "statement", "document", "attack", "deadline", "measure", "vote", "other"]
PLACES = ["The customs house", "Northhaven", "Aboard the Meridian", "Saltmarsh"]
VENUES = ["Radio", "At a press conference", "A letter"]
STATUSES = ["unconfirmed", "disputed", "partly-confirmed"]
VERBS = ["opens", "refuses", "accepts", "postpones", "announces", "denies", "signs", "leaves", "resumes", "breaks off"]
THINGS = [
    "the talks", "a truce", "the second round", "its answer to the draft", "the inspection", "a list of conditions that nobody else has seen",
    "the vote", "the exchange", "its offer", "the harbour",
]
SOURCES = 40


def day(number: int, first: date = date(2023, 1, 2)) -> str:
    return (first + timedelta(days=number)).isoformat()


def common(folder: Path, title: str) -> None:
    """Everything but events and claims."""
    (folder / "facts").mkdir(parents=True)
    (folder / "briefing.yml").write_text(SETTINGS.format(title=title), "utf-8")
    (folder / "index.md").write_text("## What this is\n\nA briefing that is made up, for a test.\n", "utf-8")
    (folder / "facts/actors.yml").write_text("".join(
        f'actor-{number}: {{name: "{name}", kind: {"person" if number % 3 else "group"}, role: Speaker number {number} for the delegation}}\n'
        for number, name in enumerate(NAMES)), "utf-8")
    (folder / "facts/topics.yml").write_text("".join(
        f"topic-{number}: {{label: {name}, order: {number + 1}}}\n" for number, name in enumerate(TOPICS)), "utf-8")
    (folder / "facts/sources.yml").write_text("".join(
        f"source-{number}: {{title: Report number {number} on {THINGS[number % 10]}, publisher: Paper {number % 7 + 1}, date: {day(number)}, "
        f"url: https://example.org/{number}, kind: article-newspaper, tier: primary}}\n" for number in range(SOURCES)), "utf-8")


def events(folder: Path, dates: list[str], every_key: int) -> None:
    """Events at these dates; every so manieth is a key event."""
    lines = []
    for number, when in enumerate(dates):
        title = f"{NAMES[number % 12]} {VERBS[number % 10]} {THINGS[number * 7 % 10]}"
        lines.append(
            f'event-{number}:\n  date: "{when}"\n  title: {title}\n'
            f"  summary: What was said there is told by [one paper](source:source-{number % SOURCES}) alone.\n"
            f"  place: {PLACES[number % 4]}\n  kind: {KINDS[number % 9]}\n  actors: [actor-{number % 12}, actor-{(number * 5 + 1) % 12}]\n"
            f"  topics: [topic-{number * 3 % 8}]\n  sources: [source-{number * 5 % SOURCES}]\n" + ("  key: true\n" if number % every_key == 0 else ""))
    (folder / "facts/events.yml").write_text("".join(lines), "utf-8")


def claims(folder: Path, count: int) -> None:
    """Claims of every status that needs no answer of a party; the first actor makes half of them."""
    lines = []
    for number in range(count):
        status = STATUSES[number % 3]
        actor = 0 if number % 2 else number // 2 % 11 + 1
        lines.append(
            f"claim-{number}:\n  text: The other side {VERBS[number % 10]} {THINGS[number * 7 % 10]}, as it was told on day {number}.\n"
            f"  kind: fact\n  claimant: actor-{actor}\n  attributed_to: [actor-{(actor + 1 + number % 5) % 12}]\n  wording: paraphrased\n"
            f"  date: {day(number)}\n  venue: {VENUES[number % 3]}\n  topics: [topic-{number * 3 % 8}]\n  sources: [source-{number % SOURCES}]\n"
            f"  evidence:\n    - {{source: source-{(number + 1) % SOURCES}, weight: supports, strength: some}}\n"
            + (f"    - {{source: source-{(number + 5) % SOURCES}, weight: undermines, strength: some}}\n" if status == "disputed" else "")
            + f"  status:\n    - {{value: {status}, as_of: {day(number)}, why: \"It has been said in part, by paper {number % 7 + 1}.\"}}\n")
    (folder / "facts/claims.yml").write_text("".join(lines), "utf-8")


def ten_events(folder: Path) -> None:
    common(folder, "Ten events in a year")
    events(folder, [day(number * 37) for number in range(10)], every_key=4)


def one_week(folder: Path) -> None:
    """Several events a day, some at an hour, over some days, or on a day that is not sure."""
    common(folder, "A week")
    exact = [f"2025-08-{11 + number * 7 // 34:02}" for number in range(34)]
    events(folder, exact + ["2025-08-14/2025-08-16", "2025-08-12~", "2025-08-13T09:30:00Z", "2025-08-13T21:05:00Z", "2025-08-17?"], every_key=9)


def three_hundred_events(folder: Path) -> None:
    """Three years, one of them all but empty, and a month in which half of everything happens."""
    common(folder, "Three hundred events")
    events(folder, [day(number * 2) for number in range(140)] + ["2024-06-XX", "2025-02/2025-04", "2025-05~", "2025-06-21/.."]
           + [day(number // 5, date(2025, 8, 1)) for number in range(156)], every_key=25)


def two_thousand_years(folder: Path) -> None:
    """From before year 1 to now, at every precision, with sixteen centuries of which nothing is told."""
    common(folder, "Two thousand years")
    dates = ["-0043-03-15", "-0030", "-0026~", "0009?", "0070-08", "[0079-08..0079-10]", "0117/0138"]
    for number in range(28):
        year = 1741 + number * 9
        dates.append(f"{year}{['', '~', '-05', '-05-12', f'/{year + 4}'][number % 5]}")
    events(folder, [*dates, "17XX", "188X?", "2014-03", "2022-02-24/..", "2025-08-15", "2025-08-15", "2025-09-12"], every_key=7)


def two_thousand_claims(folder: Path) -> None:
    common(folder, "Two thousand claims")
    events(folder, [day(number * 9) for number in range(30)], every_key=10)
    claims(folder, 2000)


FIXTURES: dict[str, Callable[[Path], None]] = {
    "ten-events": ten_events, "one-week": one_week, "three-hundred-events": three_hundred_events, "two-thousand-years": two_thousand_years,
    "two-thousand-claims": two_thousand_claims,
}
