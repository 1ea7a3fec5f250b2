"""JSON-LD: types, properties and values by schema.org's vocabulary; what is uncertain is no date; fact-checks only where they may stand."""
from __future__ import annotations

import json
from collections import defaultdict

import pytest

import vocabulary


def graphs(site) -> dict[str, dict]:
    """What each page says, by the page's path."""
    found = {}
    for path, page in site.pages.items():
        scripts = page.xpath('//script[@type="application/ld+json"]')
        assert len(scripts) <= 1, path
        if scripts:
            found[path] = json.loads(scripts[0].text)
    return found


def types_of(graphs: dict[str, dict]) -> dict[str, set[str]]:
    types = defaultdict(set)
    for graph in graphs.values():
        for node in vocabulary.nodes(graph):
            if "@id" in node:
                types[node["@id"]].add(node["@type"])
    return types


def test_all_holds_to_the_vocabulary(site):
    said = graphs(site)
    types = types_of(said)
    assert [f"{path}: {fault}" for path, graph in said.items() for fault in vocabulary.faults(graph, types)] == []


def test_every_id_is_of_one_type_and_leads_to_a_page(site):
    for id_, types in types_of(graphs(site)).items():
        assert len(types) == 1, id_
        assert site.file(id_).is_file(), id_


def test_the_pages_that_speak(site):
    said = graphs(site)
    data = json.loads((site.folder / "data/briefing.json").read_text("utf-8"))
    wanted = {"index.html"} | {record["page"] for kind in ("claims", "events", "actors") for record in data[kind]}
    assert set(said) == wanted
    for path, graph in said.items():
        assert graph["@context"] == "https://schema.org"
    assert said["index.html"]["@type"] == "BackgroundNewsArticle"
    assert {part["@type"] for part in said["index.html"].get("hasPart", [])} <= {"Claim"}


def test_only_what_is_exact_is_a_date(site):
    """The dates of events and claims in JSON-LD are those of the data, where these are nothing but a date."""
    data = json.loads((site.folder / "data/briefing.json").read_text("utf-8"))
    said = graphs(site)
    exact = 0
    for event in data["events"]:
        node = next(node for node in vocabulary.nodes(said[event["page"]]) if node["@type"] == "Event")
        ends = event["date"]["edtf"].split("/") if "{" not in event["date"]["edtf"] and "[" not in event["date"]["edtf"] else ["", ""]
        for name, written in zip(("startDate", "endDate"), ends + [""]):
            if name in node:
                assert same(node[name], written), event["id"]
                exact += 1
            else:
                assert not vocabulary.DATE.fullmatch(written) or written == "0000" or written[5:7] > "12", event["id"]
    for claim in data["claims"]:
        node = next(node for node in vocabulary.nodes(said[claim["page"]]) if node["@type"] == "Claim")
        if "datePublished" in node:
            assert same(node["datePublished"], claim.get("published", claim["date"])["edtf"]), claim["id"]
            exact += 1
    assert exact > 0


def same(shown: str, written: str) -> bool:
    """HTML wants the minutes of an offset, where EDTF may leave them out."""
    return shown == written or shown == written + ":00"


def test_fact_checks_stand_where_they_may(site):
    data = json.loads((site.folder / "data/briefing.json").read_text("utf-8"))
    claims = {claim["page"]: claim for claim in data["claims"]}
    open_ = {"unconfirmed", "disputed"}
    reviews = 0
    for path, graph in graphs(site).items():
        found = [node for node in vocabulary.nodes(graph) if node["@type"] == "ClaimReview"]
        status = claims[path]["status"][-1]["value"] if path in claims and claims[path].get("status") else None
        assert len(found) == (1 if status is not None and status not in open_ else 0), path
        for review in found:
            reviews += 1
            assert review["url"] == site.address(path)
            assert 0 < len(review["claimReviewed"]) <= 75
            assert review["reviewRating"]["alternateName"]
            assert not {"ratingValue", "bestRating", "worstRating"} & set(review["reviewRating"])
            assert review["itemReviewed"]["@type"] == "Claim"
            assert review["itemReviewed"]["text"] == claims[path]["text"]
    assert reviews > 0


WRONG = [
    ({"@type": "Hoax"}, "there is no type Hoax"),
    ({"@type": "Claim", "appearence": "x"}, "there is no property appearence"),
    ({"@type": "Event", "claimReviewed": "x"}, "Event has no claimReviewed"),
    ({"@type": "Event", "startDate": "2025-08?"}, "Event.startDate is none of Date, DateTime: 2025-08?"),
    ({"@type": "Event", "startDate": "1 May 2025"}, "Event.startDate is none of Date, DateTime: 1 May 2025"),
    ({"@type": "Claim", "author": {"@type": "Country", "name": "A"}}, "Claim.author is none of Organization, Person: "),
    ({"@type": "Claim", "author": "A"}, "Claim.author is none of Organization, Person: A"),
    ({"@type": "Event", "eventStatus": "https://schema.org/EventGone"}, "Event.eventStatus is none of EventStatusType: "),
    ({"@type": "Thing", "url": "page.html"}, "Thing.url is none of URL: page.html"),
    ({"@type": "WebPage", "isPartOf": {"@id": "https://example.org/nowhere"}}, "WebPage.isPartOf is none of CreativeWork, URL: "),
]


@pytest.mark.parametrize("node, fault", WRONG, ids=[fault for _, fault in WRONG])
def test_what_is_wrong_is_found(node, fault):
    assert [found[:len(fault)] for found in vocabulary.faults(node, {})] == [fault]
