"""Walks through a document and says, sentence by sentence, who is told to do what.

What a sentence leaves out comes from the line that introduces its list, from the paragraph's last subject, or from the one who was
addressed at the beginning of the passage.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.fact_view import FactView
from extractor.model import Found, Span
from extractor.tasks.frames import Frame
from extractor.tasks.intro import introduce, is_intro
from extractor.tasks.labels import Labelled, read_labels, with_labels
from extractor.tasks.pieces import Piece, pieces, quoted
from extractor.tasks.reading import Reading
from extractor.tasks.sections import is_heading, is_normative, is_official, section
from extractor.tasks.sentence import read_sentence
from extractor.tasks.speaker import document_speaker
from extractor.tasks.state import State
from extractor.tasks.timing import only_time


def walk(view: FactView, found: list[Found]) -> State:
    """The state after the whole document: its ``drafts`` are the tasks of the running text by start, its ``roles`` those of the bodies."""
    official = is_official(view.context, found)
    state = State(view, official, is_normative(view.context), document_speaker(view) if official else None)
    listed = with_labels(view, _running(view))
    for i, labelled in enumerate(listed):
        piece = labelled.piece
        below = listed[i + 1].piece.path if i + 1 < len(listed) else None
        state.enter(piece, opens_list=piece.marked and (below or "").startswith(f"{piece.path}/"))
        if labelled.below or not is_heading(view.context, piece.span) or not _take_heading(state):
            _read_piece(state, labelled)
    return state


def _running(view: FactView) -> Iterator[Piece]:
    """The pieces of the text, without the rows of tables, which are read apart, and without quoted law."""
    foreign = quoted(view.context)
    at = 0
    for piece in pieces(view.context):
        start = piece.span.start
        while at < len(foreign) and foreign[at].end <= start:
            at += 1
        if not view.context.text.startswith("|", start) and not (at < len(foreign) and foreign[at].start <= start):
            yield piece


def _take_heading(state: State) -> bool:
    """Take in a heading; false where it is a body's name, which leads what is below."""
    piece = state.piece
    kind = section(state.context, piece.span)
    bodies = state.view.within("agency", piece.span)
    if bodies and bodies[0].span.start == piece.span.start and piece.marked:
        return False
    if kind is None:
        return state.context.text[piece.span.start : piece.span.end].isupper()
    state.busy, state.active = kind, False
    state.introduce(Frame(active=kind, idle=not kind))
    state.forget()
    return True


def _read_piece(state: State, labelled: Labelled) -> None:
    """Read the sentences of the present piece."""
    inner, labels = labelled.sentences, [*labelled.own, *labelled.below]
    state.labels = read_labels(state.view, labels)
    if labels:
        state.note(Reading(), state.labels.roles)
    state.subject = ()
    before = undated = len(state.drafts)
    own = None
    for i, sentence in enumerate(inner):
        if i == len(inner) - 1 and is_intro(state, sentence):
            introduce(state, sentence, first=i == 0)
            return
        if len(state.drafts) > before and _dates(state, sentence, undated):
            undated = len(state.drafts)
            continue
        lead = read_sentence(state, sentence, first=i == 0)
        own = own if own is not None else lead
    if labels:
        _complete(state, before)
    if state.piece.marked and own:
        state.introduce(Frame(own, assigner=state.above.assigner, active=True))


def _dates(state: State, sentence: Span, before: int) -> bool:
    """A sentence that only names the time dates the tasks before it in the same piece."""
    timing = only_time(state.view, sentence)
    if timing:
        state.drafts[before:] = [draft if draft.timing else draft._replace(timing=timing) for draft in state.drafts[before:]]
    return bool(timing)


def _complete(state: State, before: int) -> None:
    """What the labels of a piece say holds for its tasks."""
    labels = state.labels
    state.drafts[before:] = [
        draft._replace(
            timing=draft.timing or labels.timing,
            product=draft.product or labels.product,
            report_to=draft.report_to or labels.roles.report_to,
        )
        for draft in state.drafts[before:]
    ]
