"""What a test is here: a name, the group it stands in, and a coroutine that raises `Wrong` with everything that it found."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Awaitable, Callable


class Wrong(Exception):
    """What a test found to be wrong: one line a finding."""

    def __init__(self, findings: list[str]):
        super().__init__("\n".join(findings))
        self.findings = findings


@dataclass(frozen=True)
class Case:
    group: str
    name: str
    run: Callable[[], Awaitable[None]]


def refuse(findings: list[str]) -> None:
    """Fails the test if anything was found."""
    if findings:
        raise Wrong(findings)
