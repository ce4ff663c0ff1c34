"""What holds at the present place of a document while it is walked through."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.context import Context
from extractor.fact_view import FactView
from extractor.model import Span
from extractor.tasks.draft import Draft
from extractor.tasks.frames import NO_FRAME, Frame, Frames
from extractor.tasks.labels import NO_LABELS, Labels
from extractor.tasks.orders import speaker_before
from extractor.tasks.pieces import NO_PIECE, Piece
from extractor.tasks.reading import Reading, Setting
from extractor.tasks.roles import Roles
from extractor.tasks.words import phrase

_SPEECH = 10  # sentences for which a speech that was announced is believed to go on
_PATIENCE = 3  # sentences that tell before a passage of orders in running text is over


@dataclass(slots=True)
class State:
    """The document, what it has given so far, and what later sentences may take from earlier ones.

    ``piece`` is the present one, ``above`` what the lines over it hand down to it; ``last`` and ``addressee`` are the bodies told last and
    those addressed at the beginning of the passage, ``team`` those told last with their helpers, ``subject`` those told last in the piece;
    ``active``: in running text an order stands before; ``busy``: what the last heading said of the part below it; ``labels``: what the
    present piece says of itself.
    """

    view: FactView
    official: bool
    normative: bool
    speaker: str | None
    frames: Frames = field(default_factory=Frames)
    piece: Piece = NO_PIECE
    above: Frame = NO_FRAME
    drafts: list[Draft] = field(default_factory=list)
    roles: dict[Span, str] = field(default_factory=dict)
    active: bool = False
    busy: bool | None = None
    speech: int = 0
    idle: int = 0
    labels: Labels = NO_LABELS
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

    def enter(self, piece: Piece, *, opens_list: bool) -> None:
        """A piece begins; ``opens_list`` where items below it follow."""
        self.piece, self.opens_list = piece, opens_list
        if piece.marked:
            self.frames.enter(piece.path)
        own = NO_FRAME if piece.marked else self.frames.at(piece.path)
        self.above = own if own is not NO_FRAME else self.frames.above(piece.path)

    def introduce(self, frame: Frame) -> None:
        """The present piece introduces what follows."""
        self.frames.introduce(frame, self.piece.path, marked=self.piece.marked)

    # --- who ---

    def inherited(self, *, first: bool) -> tuple[str, ...]:
        """Who is told by a sentence that names nobody; ``first`` of its piece."""
        piece, above = self.piece, self.above
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

    def assigner(self, reading: Reading) -> str | None:
        """Who gives the order of a clause."""
        if reading.assigner is None:
            return self.above.assigner or self.speaker
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

    def tell(self) -> None:
        """A sentence that orders nothing: after a few of them a passage of orders is over."""
        if not self.piece.marked:
            self.idle += 1
            if self.idle >= _PATIENCE and not self.official:
                self.active = False
