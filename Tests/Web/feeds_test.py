"""Feeds: valid by Atom's grammar and without fault for a reader of feeds; the same entries as JSON Feed; addresses that lead somewhere."""
from __future__ import annotations

import json
import re
from pathlib import Path

import feedparser
import pytest
from lxml import etree, html

GRAMMAR = etree.RelaxNG(etree.parse(str(Path(__file__).with_name("atom.rng"))))
KINDS = ["changes", "timeline"]
TIME = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")


@pytest.mark.parametrize("kind", KINDS)
def test_atom_is_valid(site, kind):
    document = etree.parse(str(site.folder / f"feeds/{kind}.xml"))
    assert GRAMMAR.validate(document), GRAMMAR.error_log


@pytest.mark.parametrize("kind", KINDS)
def test_a_reader_of_atom_finds_no_fault(site, kind):
    feed = feedparser.parse((site.folder / f"feeds/{kind}.xml").read_bytes())
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    assert feed.feed.title and feed.feed.author
    links = {link.rel: link.href for link in feed.feed.links}
    assert links["self"] == feed.feed.id == f"{site.base}feeds/{kind}.xml"
    assert site.file(links["alternate"]).is_file()
    assert 0 < len(feed.entries) <= 100
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)
    assert feed.feed.updated == max(entry.updated for entry in feed.entries)
    for entry in feed.entries:
        assert entry.title and entry.content[0].value
        assert entry.published <= entry.updated
        assert TIME.fullmatch(entry.published) and TIME.fullmatch(entry.updated)
        assert entry.id.startswith(site.base)
        assert site.file(entry.link).is_file(), entry.link


@pytest.mark.parametrize("kind", KINDS)
def test_json_feed_says_the_same(site, kind):
    feed = json.loads((site.folder / f"feeds/{kind}.json").read_text("utf-8"))
    assert set(feed) <= {"version", "title", "home_page_url", "feed_url", "description", "language", "authors", "expired", "items"}
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{site.base}feeds/{kind}.json"
    assert site.file(feed["home_page_url"]).is_file()
    atom = etree.parse(str(site.folder / f"feeds/{kind}.xml"))
    names = {"": "http://www.w3.org/2005/Atom"}
    entries = atom.findall("entry", names)
    assert [item["id"] for item in feed["items"]] == [entry.findtext("id", None, names) for entry in entries]
    for item, entry in zip(feed["items"], entries):
        assert set(item) == {"id", "url", "title", "content_html", "date_published", "date_modified", "tags"}
        assert item["title"] == entry.findtext("title", None, names)
        assert item["content_html"] == entry.findtext("content", None, names)
        assert item["date_published"] == entry.findtext("published", None, names)
        assert item["date_modified"] == entry.findtext("updated", None, names)
        assert item["tags"] == [entry.find("category", names).get("term")]


@pytest.mark.parametrize("kind", KINDS)
def test_what_entries_hold_is_plain_and_leads_somewhere(site, kind):
    """No element that a reader of feeds takes away, and no address that only works within the site."""
    plain = {"p", "a", "b", "i", "em", "strong", "code", "time", "br", "ul", "li", "del", "ins", "span", "q", "div"}
    for item in json.loads((site.folder / f"feeds/{kind}.json").read_text("utf-8"))["items"]:
        for element in html.fragment_fromstring(item["content_html"], create_parent="div").iter():
            assert element.tag in plain, element.tag
            address = element.get("href")
            if element.tag == "a":
                assert address.startswith(("https://", "http://", "mailto:"))
                if address.startswith(site.base):
                    path, _, anchor = address.removeprefix(site.base).partition("#")
                    page = site.pages[path or "index.html"]
                    assert not anchor or page.xpath("//*[@id=$anchor]", anchor=anchor), address


def test_every_page_names_the_feeds(site):
    for path, page in site.pages.items():
        named = [(link.get("type"), link.get("href")) for link in page.xpath('//head/link[@rel="alternate"][contains(@href, "feeds/")]')]
        wanted = [(type_, f"{site.base}feeds/{kind}.{end}") for kind in KINDS
                  for type_, end in (("application/atom+xml", "xml"), ("application/feed+json", "json"))]
        assert named == ([] if path == "404.html" or path.startswith("embed/") else wanted), path


def test_changes_of_every_sort_have_entries(site):
    tags = [item["tags"][0] for item in json.loads((site.folder / "feeds/changes.json").read_text("utf-8"))["items"]]
    if site.name == "smallest":
        assert tags == ["status", "claim", "edition", "correction", "briefing"]
    assert tags[-1] == "briefing" or len(tags) == 100


WRONG = [
    ("without an id", "<id>urn:x</id>", ""), ("with two titles", "<title>T</title>", "<title>T</title><title>T</title>"),
    ("of an impossible day", "2025-09-01T", "2025-02-30T"), ("with a day for a time", "2025-09-01T00:00:00Z", "2025-09-01"),
    ("in lower case", "T00:00:00Z", "t00:00:00z"), ("without an author", "<author><name>N</name></author>", ""),
    ("with a link to nothing", 'href="https://example.org/"', ""), ("with a type of its own", 'type="html"', 'type="markup"'),
    ("with an element of its own", "<updated>", "<modified>2025</modified><updated>"), ("with a term left out", 'term="t"', ""),
    ("with markup in a title", "<title>T</title>", "<title><b>T</b></title>"),
]
FEED = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><id>urn:x</id><title>T</title><updated>2025-09-01T00:00:00Z</updated>\
<author><name>N</name></author><link href="https://example.org/"/><entry><id>urn:y</id><title>E</title><updated>2025-09-01T00:00:00Z</updated>\
<category term="t"/><content type="html">c</content></entry></feed>"""


def test_the_grammar_takes_what_is_right():
    assert GRAMMAR.validate(etree.fromstring(FEED)), GRAMMAR.error_log


@pytest.mark.parametrize("old, new", [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_the_grammar_finds_what_is_wrong(old, new):
    assert old in FEED
    assert not GRAMMAR.validate(etree.fromstring(FEED.replace(old, new)))
