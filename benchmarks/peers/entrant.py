"""One tool's way through a comparison: loaded, asked once for its answers, timed in turn with the others."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from extractor.learn.gold import GoldDocument
from peers.catalogue import Peer
from peers.environment import interpreter, version_of
from peers.tool import Tool, ToolError
from quality import quality

Text = tuple[str, str | None]  # with its document's day (ISO)


class Entrant:
    """``peer`` in its process, over ``texts``. Once it has failed, the rest of its way is skipped and ``figures`` say why."""

    def __init__(self, peer: Peer, environment: Path, texts: Sequence[Text]) -> None:
        self._peer, self._environment, self._texts = peer, environment, texts
        self._tool: Tool | None = None
        self._seconds: list[float] = []
        self._figures: dict[str, Any] = {}

    def load(self, documents: Sequence[GoldDocument]) -> None:
        """Start the tool and judge its answers, which warms it too."""

        def work() -> None:
            self._tool = Tool(interpreter(self._peer, self._environment), self._peer.module)
            self._figures["start_up"] = round(self._tool.start_up, 2)
            self._tool.texts(self._texts)
            judged = quality(self._peer, documents, self._tool.answers())
            self._figures["quality"] = {kind: found.as_dict() for kind, found in judged.items()}

        self._unless_failed(work)

    def run(self) -> None:
        """Time one pass."""
        self._unless_failed(lambda: self._seconds.append(self._tool.seconds()) if self._tool else None)

    def figures(self) -> dict[str, Any]:
        """What was measured (``rate`` in characters a second, ``mb`` at most), or under ``error`` why it was not. Ends the process."""
        size = sum(len(text) for text, _ in self._texts)

        def work() -> None:
            assert self._tool is not None  # noqa: S101 - it has not failed
            self._figures |= {"rate": round(size / statistics.median(self._seconds)), "mb": self._tool.memory()}

        self._unless_failed(work)
        if self._tool:
            self._tool.close()
        peer = self._peer
        told = {"name": peer.name, "version": version_of(peer, self._environment), "kinds": list(peer.kinds), "missing": peer.missing}
        return told | self._figures

    def _unless_failed(self, work: Callable[[], None]) -> None:
        if "error" in self._figures:
            return
        try:
            work()
        except ToolError as error:
            self._figures["error"] = str(error)
