"""Search, filter and sort by the keyboard, each told to who cannot see it. (Nothing to do while the site has no script.)"""
from __future__ import annotations

from built_site import BuiltSite
from case import Case
from laboratory import Laboratory


def cases(laboratory: Laboratory, sites: list[BuiltSite]) -> list[Case]:
    return []
