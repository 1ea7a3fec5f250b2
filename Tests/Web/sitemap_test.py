"""The sitemap, the canonical addresses and what is said to those that link to a page."""
from __future__ import annotations

import re

from lxml import etree

NAMES = {"": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def canonical(page) -> list[str]:
    return [link.get("href") for link in page.xpath('//link[@rel="canonical"]')]


def test_the_sitemap_has_every_page_that_stands_for_itself(site):
    root = etree.parse(str(site.folder / "sitemap.xml")).getroot()
    assert etree.QName(root).localname == "urlset"
    listed = [url.findtext("loc", None, NAMES) for url in root.findall("url", NAMES)]
    assert sorted(listed) == sorted(site.address(path) for path, page in site.pages.items() if canonical(page) == [site.address(path)])
    assert site.base in listed
    assert all(len(address) < 2048 for address in listed)


def test_days_are_days_of_the_record(site):
    """A day that a page last changed on is one of those that the content names: never that of the build."""
    root = etree.parse(str(site.folder / "sitemap.xml")).getroot()
    days = {url.findtext("loc", None, NAMES): url.findtext("lastmod", None, NAMES) for url in root.findall("url", NAMES)}
    content = "".join(file.read_text("utf-8") for file in sorted((site.folder.parent / "Content").rglob("*.yml")))
    known = set(re.findall(r"\d{4}-\d\d-\d\d", content)) | {file.stem for file in (site.folder.parent / "Content/editions").glob("*.json")}
    assert {day for day in days.values() if day} <= known
    if site.name == "smallest":
        assert days[site.base + "claims/rain.html"] == "2025-09-08"
        assert days[site.base + "events/first-meeting.html"] == "2025-09-08"
        assert days[site.base + "actors/envoy.html"] == "2025-09-08"
        assert days[site.base + "sources.html"] == "2025-09-01"


def test_robots_are_led_to_it(site):
    assert (site.folder / "robots.txt").read_text("utf-8") == f"User-agent: *\nAllow: /\n\nSitemap: {site.base}sitemap.xml\n"


def test_every_page_names_one_that_stands_for_it(site):
    for path, page in site.pages.items():
        named = canonical(page)
        if path == "404.html":
            assert named == []
            continue
        assert len(named) == 1, path
        file = site.file(named[0])
        assert file.is_file(), path
        # What stands for others stands for itself.
        assert canonical(site.pages[file.relative_to(site.folder).as_posix()]) == named
        if path.startswith(("as-of/", "claims/by-", "timeline-latest", "embed/")):
            assert named != [site.address(path)]


def test_open_graph_says_what_the_page_says(site):
    for path, page in site.pages.items():
        said = {meta.get("property"): meta.get("content") for meta in page.xpath("//meta[@property]")}
        if path == "404.html" or path.startswith("embed/"):
            assert said == {}
            continue
        assert said["og:title"] == page.xpath("string(//title)" if path == "index.html" else "string(//h1)").strip(), path
        assert said["og:url"] == canonical(page)[0]
        assert said["og:description"] == page.xpath("string(//meta[@name='description']/@content)")
        assert said["og:type"] in ("article", "website")
        assert re.fullmatch(r"[a-z]{2,3}(_[A-Z0-9]{2,3})?", said["og:locale"])
        assert all(re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", said[name]) for name in said if name.endswith("_time"))


def test_the_front_page_stays_light(site):
    if site.name == "shipped":
        assert (site.folder / "index.html").stat().st_size <= 100 * 1024
