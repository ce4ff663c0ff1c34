"""The tasks of one sentence."""

from __future__ import annotations

from extractor.model import Span
from extractor.tasks.actors import standing_body
from extractor.tasks.clause import read_clause
from extractor.tasks.draft import Draft, merged
from extractor.tasks.judge import is_boilerplate, is_task
from extractor.tasks.pieces import parts
from extractor.tasks.reading import Reading
from extractor.tasks.roles import Roles, ends_in_bodies, read_roles
from extractor.tasks.state import State
from extractor.tasks.timing import NONE, read_timing
from extractor.tasks.words import phrase


def read_sentence(state: State, sentence: Span, *, first: bool) -> tuple[str, ...] | None:
    """Add the tasks of a sentence to ``state.drafts``; the bodies of the first of them, or null where it orders nothing."""
    piece, above = state.piece, state.above
    if _is_quiet(state, sentence):
        state.hear(sentence)
        state.tell()
        return None
    if is_boilerplate(state, sentence):
        return None
    under = piece.marked or (above.intro and bool(above.lead))  # an item, or a paragraph right below the body that leads it
    inherits = bool(state.inherited(first=first)) if under else (not first and bool(state.last))
    listed = under and above.active and inherits
    whole = read_clause(state.view, sentence, state.setting(listed=listed, inherits=inherits))
    state.hear(sentence)
    drafts = _drafts(state, sentence, whole, listed=listed, inherits=inherits, first=first)
    if not drafts:
        state.tell()
        _carry(state, sentence, whole)
        return None
    tasks = merged(drafts, state.context.text)
    if drafts[-1].span.end == tasks[-1].span.end:  # the closing mark belongs to the last
        tasks[-1] = tasks[-1]._replace(span=Span(tasks[-1].span.start, max(tasks[-1].span.end, sentence.end)))
    state.drafts += tasks
    state.active, state.idle = state.active or not state.official, 0
    return tasks[0].lead


def _is_quiet(state: State, sentence: Span) -> bool:
    """Whether a sentence of running text can order nothing: no passage of orders goes on, nobody spoke, no word of order stands in it."""
    if state.official or state.active or state.above.active or state.speech > 1 or state.labels.roles.lead or state.carried:
        return False
    return phrase("order_word").search(state.context.lower, sentence.start, sentence.end) is None


def _drafts(state: State, sentence: Span, whole: Reading, *, listed: bool, inherits: bool, first: bool) -> list[Draft]:
    drafts: list[Draft] = []
    for i, part in enumerate(_cut(state, sentence, whole)):
        reading = whole
        if i or whole.action > part.end:
            setting = state.setting(listed=listed, inherits=inherits or bool(drafts), goes_on=bool(drafts))
            reading = read_clause(state.view, part, setting)
        if not drafts and i == 0 and reading.told:
            continue  # it only tells: no need to look who helps
        roles = read_roles(state.view, part)
        if not drafts and not (reading.ordered if i else is_task(state, sentence, reading, roles, first=first)):
            continue
        if drafts and reading.told and not reading.ordered:
            reading = Reading(start=part.start)
        drafts.append(_draft(state, part, reading, roles, drafts[-1] if drafts else None, first=first))
    return drafts


def _cut(state: State, sentence: Span, whole: Reading) -> list[Span]:
    """The parts of a sentence at its semicolons; those before the work begins, or amid those who help, stay together."""
    cut = parts(state.context, sentence)
    while len(cut) > 1 and whole.action >= cut[1].start:
        cut[:2] = [Span(cut[0].start, cut[1].end)]
    joined = cut[:1]
    for part in cut[1:]:
        if ends_in_bodies(state.view, joined[-1]):
            joined[-1] = Span(joined[-1].start, part.end)
        else:
            joined.append(part)
    return joined


def _draft(state: State, part: Span, reading: Reading, roles: Roles, before: Draft | None, *, first: bool) -> Draft:
    piece, above = state.piece, state.above
    state.note(reading, roles)
    named = _with_carried(state, part, state.names(reading) or roles.lead, before)
    lead = named or (before.lead if before else state.inherited(first=first))
    handed_down = above.timing if above.intro and piece.marked and before is None else NONE
    draft = Draft(
        span=_span(state, part, reading, before),
        rule=_rule(state, reading, roles, named),
        item=piece.path,
        lead=lead,
        support=_support(state, roles, lead, named),
        report_to=tuple(n for n in roles.report_to if n not in lead),
        assigner=state.assigner(reading),
        timing=read_timing(state.view, part, reading.action) or handed_down,
    )
    state.last = lead or state.last
    state.subject = lead or state.subject
    state.team = (*lead, *draft.support) if lead else state.team
    if named and reading.ordered and not piece.marked:
        state.addressee = lead
    return draft


def _span(state: State, part: Span, reading: Reading, before: Draft | None) -> Span:
    """In running text a task begins at its order where the sentence begins with something else."""
    deep = reading.ordered and reading.assigner is None and before is None and not state.official and reading.start > part.start
    return Span(reading.start, part.end) if deep else part


def _rule(state: State, reading: Reading, roles: Roles, named: tuple[str, ...]) -> str:
    if reading.ordered:
        return "task.order"
    if roles.lead and not state.names(reading):
        return "task.brackets"
    return "task.subject" if named else "task.inherited"


def _with_carried(state: State, part: Span, named: tuple[str, ...], before: Draft | None) -> tuple[str, ...]:
    """The names of the clause, after those that a line before has left open."""
    carried, state.carried = state.carried, ()
    if not carried or not named or before is not None or state.piece.marked or part.start > state.carried_to:
        return named
    return (*carried, *(n for n in named if n not in carried))


def _carry(state: State, sentence: Span, reading: Reading) -> None:
    """``3. Các bộ, cơ quan ngang bộ;`` and the rest on the next line: the names are kept for the clause that they open."""
    if reading.lead is not None and state.context.text[sentence.end - 1] in ";," and reading.lead.span.end >= sentence.end - 2:
        state.carried, state.carried_to = reading.lead.names, sentence.end + 3


def _support(state: State, roles: Roles, lead: tuple[str, ...], named: tuple[str, ...]) -> tuple[str, ...]:
    above = state.above
    own = tuple(n for n in roles.support if n not in lead)
    if not own and above.intro and state.piece.marked and not named and lead == above.lead:
        own = above.support
    own = own or state.labels.roles.support
    return own or (tuple(n for n in standing_body(state.view) if n not in lead) if roles.refers else ())
