"""What holds at the present place of a document while it is walked through."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.context import Context
from extractor.fact_view import FactView
from extractor.model import Span
from extractor.tasks.draft import Draft
from extractor.tasks.frames import NO_FRAME, Frame, Frames
from extractor.tasks.labels import Labels
from extractor.tasks.orders import speaker_before
from extractor.tasks.pieces import Piece
from extractor.tasks.reading import Reading, Setting
from extractor.tasks.roles import Roles
from extractor.tasks.words import phrase

_SPEECH = 10  # sentences for which a speech that was announced is believed to go on
_PATIENCE = 3  # sentences that tell before a passage of orders in running text is over


@dataclass(slots=True)
class State:
    """The document, what it has given so far, and what later sentences may take from earlier ones.

    ``last`` and ``addressee`` are the bodies told last and those addressed at the beginning of the passage, ``team`` those told last with
    their helpers, ``subject`` those told last in the present piece; ``active``: in running text an order stands before; ``busy``: what the
    last heading said of the part below it; ``labels``: what the present piece says of itself.
    """

    view: FactView
    official: bool
    normative: bool
    speaker: str | None
    frames: Frames = field(default_factory=Frames)
    drafts: list[Draft] = field(default_factory=list)
    roles: dict[Span, str] = field(default_factory=dict)
    active: bool = False
    busy: bool | None = None
    speech: int = 0
    idle: int = 0
    labels: Labels = field(default_factory=Labels)
    opens_list: bool = False
    last: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    team: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    carried: tuple[str, ...] = ()
    carried_to: int = 0

    @property
    def context(self) -> Context:
        """The folded document."""
        return self.view.context

    def words(self, span: Span) -> str:
        """The words of a span in lower case."""
        return self.context.lower[span.start : span.end]

    def setting(self, *, listed: bool, inherits: bool = False, goes_on: bool = False) -> Setting:
        """The setting in which a clause is read here."""
        return Setting(listed, inherits, goes_on, self.official, self.speaker)

    def forget(self) -> None:
        """A heading: who was told before it is not told what follows."""
        self.last = self.addressee = ()

    # --- who ---

    def above(self, piece: Piece) -> Frame:
        """What the lines over a piece hand down to it."""
        if piece.marked:
            return self.frames.above(piece.path)
        own = self.frames.at(piece.path)
        return own if own is not NO_FRAME else self.frames.above(piece.path)

    def inherited(self, piece: Piece, *, first: bool) -> tuple[str, ...]:
        """Who is told by a sentence that names nobody; ``first`` of its piece."""
        above = self.above(piece)
        if self.labels.roles.lead:
            return self.labels.roles.lead
        if not first:
            return (self.subject if piece.marked and self.official else self.last) or above.lead
        if piece.marked:
            return above.lead or (self.last if above.ordered or not self.official else ())
        return above.lead or self.addressee or (() if self.official else self.last)

    def names(self, reading: Reading) -> tuple[str, ...]:
        """Whom a clause names; words that only point back mean those told last."""
        if reading.lead is None:
            return ()
        if reading.lead.names or not reading.lead.refers:
            return reading.lead.names
        several = phrase("several").match(self.context.lower, reading.lead.span.start)
        return self.team if several and len(self.team) > 1 else self.last

    def assigner(self, reading: Reading, above: Frame) -> str | None:
        """Who gives the order of a clause."""
        if reading.assigner is None:
            return above.assigner or self.speaker
        name = str(reading.assigner.fields["name"])
        if not self.official:
            self.speaker = name
        return name

    def note(self, reading: Reading, roles: Roles) -> None:
        """Remember the roles of the bodies of a clause."""
        for role, fact in roles.facts:
            self.roles.setdefault(fact.span, role)
        if reading.lead is not None:
            self.roles |= {fact.span: "lead" for fact in reading.lead.facts}
        if reading.assigner is not None:
            self.roles[reading.assigner.span] = "assigner"

    # --- running text ---

    def hear(self, sentence: Span) -> None:
        """Count how long ago somebody spoke."""
        self.speech = _SPEECH if self._speaks(sentence) else self.speech - 1

    def _speaks(self, sentence: Span) -> bool:
        lower, (start, end) = self.context.lower, sentence
        if phrase("speech_opens").match(lower, start, end) and self.view.within("agency", sentence):
            return True
        return any(speaker_before(self.view, start, m.start()) is not None for m in phrase("speaks").finditer(lower, start, end))

    def tell(self, piece: Piece) -> None:
        """A sentence that orders nothing: after a few of them a passage of orders is over."""
        if not piece.marked:
            self.idle += 1
            if self.idle >= _PATIENCE and not self.official:
                self.active = False
