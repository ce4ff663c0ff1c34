"""Walks through a document and says, sentence by sentence, who is told to do what.

What a sentence leaves out comes from the line that introduces its list, from the paragraph's last subject, or from the one who was addressed
at the beginning of the passage.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

from extractor.fact_view import FactView
from extractor.model import Found, Span
from extractor.tasks.actors import read_actors, standing_body
from extractor.tasks.frames import NO_FRAME, Frame, Frames
from extractor.tasks.labels import Labels, is_label, read_labels, with_labels
from extractor.tasks.pieces import Piece, parts, pieces, quoted, sentences
from extractor.tasks.reading import Reading, read_clause, speaker_before
from extractor.tasks.roles import Roles, ends_in_bodies, read_roles
from extractor.tasks.sections import is_heading, is_normative, is_official, section
from extractor.tasks.speaker import document_speaker, is_petition
from extractor.tasks.timing import NONE, Timing, only_time, read_timing, sole_timing
from extractor.tasks.words import cues, starts_with

_SPEECH = 10  # sentences for which a speech that was announced is believed to go on
_SPEAKS = regex.compile(
    r"(?<!\p{L})(?:phát biểu|kết luận|chỉ đạo|nhấn mạnh|đề nghị|yêu cầu|lưu ý|quán triệt|nêu rõ|chỉ rõ)(?!\p{L})", regex.V1
)
_SPEECH_OPENS = regex.compile(r"(?:phát biểu|kết luận|chỉ đạo)(?!\p{L})[^.;]{0,60},", regex.V1)
_MUST = regex.compile(r"(?:phải|cần phải|cần|nên|có trách nhiệm)(?!\p{L})", regex.V1)
_PATIENCE = 3  # sentences that tell before a passage of orders in running text is over
_INTRO = regex.compile(r"(?:như sau|sau đây|dưới đây|sau|cụ thể)[:.]?$|:$", regex.V1)
_OPENS_ORDERS = regex.compile(
    r"thông báo|kết luận|chỉ đạo|yêu cầu|giao|quyết định|chỉ thị|đề nghị|điện|thực hiện|nhiệm vụ|giải pháp|nội dung|công việc|tập trung|triển khai",
    regex.V1,
)
_TELLS = regex.compile(
    r"mục tiêu|quan điểm|nguyên tắc|kết quả|tồn tại|hạn chế|nguyên nhân|thành phần|khó khăn|vướng mắc|bài học|đạt được", regex.V1
)
# What binds more than a mere verb.
_BINDING = regex.compile(
    r"(?<!\p{L})(?:có trách nhiệm|chịu trách nhiệm|căn cứ quyết định|căn cứ nghị quyết|chủ trì|phải|cần|khẩn trương|là đầu mối|làm đầu mối)(?!\p{L})",
    regex.V1,
)
_SHORTEST = 24  # code points of an item without a verb that is still work
_HEADING = 80  # code points of a name behind its first comma
_EDGE = 40  # code points between a time and the edge of the part that is its own
_IN_FORCE = regex.compile(
    r"(?:quyết định|chỉ thị|kế hoạch|thông báo|công điện|nghị quyết|quy chế|quy định) này (?:có hiệu lực|thay thế|được)", regex.V1
)
_FOR_NOTICE = regex.compile(
    r"(?:thông báo|trả lời|xin|thông tin|báo).{0,40} (?:để|đến|cho) .{0,400}(?<!\p{L})(?:được |để )?biết(?!\p{L})", regex.V1
)
_ADDRESSES = regex.compile(r"^kính gửi ?:|(?<!\p{L})điện ?:$", regex.V1)  # whom the document is for: a list of names
_ORDERS = regex.compile(r"(?<!\p{L})(?:yêu cầu|đề nghị|giao|chỉ thị|chỉ đạo)(?!\p{L})(?! của)", regex.V1)
_ANNOUNCES = regex.compile(
    r"(?:thông báo|kết luận|quyết định|có ý kiến|chỉ đạo|yêu cầu|giao|đề nghị|điện|lưu ý|nhấn mạnh|nêu rõ)(?: [^,;:]{0,70})?:$", regex.V1
)
_CLOSING = regex.compile(r"(?:hoàn thành|xong|kết luận|thời hạn|thời gian)(?!\p{L})", regex.V1)


class Row(NamedTuple):
    """A task in folded offsets, before its documents are read."""

    span: Span
    rule: str
    item: str | None
    lead: tuple[str, ...]
    support: tuple[str, ...]
    report_to: tuple[str, ...]
    assigner: str | None
    timing: Timing
    product: str | None = None


class Passage:
    """One walk over one document; ``roles`` fills as it goes."""

    def __init__(self, view: FactView, found: list[Found]) -> None:
        self.view = view
        self.roles: dict[Span, str] = {}
        self._context = view.context
        self._official = is_official(view.context, found)
        self._normative = is_normative(view.context)
        self.speaker = document_speaker(view) if self._official else None
        self._frames = Frames()
        self._rows: list[Row] = []
        self._active = False  # running text: an order stands before
        self._idle = 0
        self._busy: bool | None = None  # what the last heading said
        self._speech = 0  # sentences of running text for which somebody's speech is still told
        self._labels = Labels()  # what the present piece says of itself in labelled sentences
        self._opens_list = False  # the present piece has items below
        self._carried: tuple[str, ...] = ()
        self._carried_to = 0
        self._last: tuple[str, ...] = ()
        self._addressee: tuple[str, ...] = ()

    def walk(self) -> list[Row]:
        """The tasks, by start."""
        foreign = quoted(self._context)
        running = (
            p
            for p in pieces(self._context)
            if not self._context.text.startswith("|", p.span.start)  # rows of tables are read apart
            and not any(q.start <= p.span.start < q.end for q in foreign)
        )
        found = with_labels(self.view, running)
        for i, (piece, labels) in enumerate(found):
            self._opens_list = piece.marked and i + 1 < len(found) and (found[i + 1][0].path or "").startswith(f"{piece.path}/")
            if piece.marked:
                self._frames.enter(piece.path)
            if not labels and is_heading(self._context, piece.span) and self._heading(piece):
                continue
            self._piece(piece, labels)
        return self._rows

    # --- pieces ---

    def _heading(self, piece: Piece) -> bool:
        """Take in a heading; false where it is an agency's name, which leads what is below."""
        kind = section(self._context, piece.span)
        agency = self.view.within("agency", piece.span)
        if agency and agency[0].span.start == piece.span.start and piece.marked:
            return False
        if kind is not None:
            self._busy = kind
            frame = Frame(active=kind is True, idle=kind is False)
            self._frames.introduce(frame, piece.path, marked=piece.marked)
            self._active = False
            self._forget()
            return True
        return self._context.text[piece.span.start : piece.span.end].isupper()

    def _piece(self, piece: Piece, below: list[Span]) -> None:
        found = sentences(self._context, piece.span)
        labels = [*(s for s in found if is_label(self.view, s)), *below]
        found = [s for s in found if s not in labels]
        self._labels = read_labels(self.view, labels)
        self._note(Reading(), self._labels.roles)
        before = len(self._rows)
        own: tuple[str, ...] | None = None
        for i, sentence in enumerate(found):
            first = i == 0
            if i == len(found) - 1 and self._is_intro(piece, sentence):
                self._introduce(piece, sentence, first=first)
                return
            timing = only_time(self.view, sentence)
            if timing and len(self._rows) > before:
                self._date(before, timing)
                continue
            lead = self._sentence(piece, sentence, first=first)
            own = own if own is not None else lead
        if labels:
            self._complete(before)
        if piece.marked and own:
            above = self._frames.above(piece.path)
            self._frames.introduce(Frame(own, assigner=above.assigner, active=True), piece.path, marked=True)

    def _complete(self, before: int) -> None:
        """What the labels of a piece say holds for its tasks."""
        labels = self._labels
        self._rows[before:] = [
            r._replace(
                timing=r.timing or labels.timing, product=r.product or labels.product, report_to=r.report_to or labels.roles.report_to
            )
            for r in self._rows[before:]
        ]

    def _date(self, before: int, timing: Timing) -> None:
        """A sentence that only names the time dates the tasks before it in the same piece."""
        self._rows[before:] = [r if r.timing else r._replace(timing=timing) for r in self._rows[before:]]

    def _is_intro(self, piece: Piece, sentence: Span) -> bool:
        text = self._context.text
        if text[sentence.end - 1] == ":" or (self._opens_list and sentence == piece.span and text[sentence.end - 1].isalnum()):
            return True
        if piece.marked and sentence == piece.span and text[sentence.end - 1] not in ".;," and self._alone(sentence):
            return True
        return _INTRO.search(self._context.lower, sentence.start, sentence.end) is not None and text[sentence.end - 1] != "."

    def _introduce(self, piece: Piece, sentence: Span, *, first: bool) -> None:
        above = self._above(piece)
        reading = read_clause(self.view, sentence, listed=piece.marked and above.active, official=self._official, speaker=self.speaker)
        lower = self._context.lower[sentence.start : sentence.end]
        opens = _OPENS_ORDERS.search(lower[-60:]) is not None
        if (_ADDRESSES.search(lower) and not lower.endswith("giao:")) or (section(self._context, sentence) is False and not opens):
            self._frames.introduce(Frame(idle=True), piece.path, marked=piece.marked)
            self._forget()
            return
        alone = self._alone(sentence)
        announced = False
        if alone:
            reading = Reading(start=sentence.start)
        elif (announcer := self._announcer(sentence, reading)) is not None:
            announced = True
            reading = Reading(assigner=announcer, start=sentence.start)
        if (reading.told and not opens) or (not reading.directive and reading.lead is None and _TELLS.search(lower) and not opens):
            self._frames.introduce(Frame(idle=True), piece.path, marked=piece.marked)
            return
        names = self._names(reading) or alone
        roles = read_roles(self.view, sentence)
        self._note(reading, roles)
        speaker = self._by(reading, above)
        if names == (self.speaker,) and not reading.ordered:
            names = ()  # who issues the document tells of himself
        if not names and not reading.directive and self._context.text[sentence.end - 1] != ":" and not _OPENS_ORDERS.search(lower[-60:]):
            self._forget()
            return  # a mere heading: what holds above it holds below
        lead = names or self._inherited(piece, first=first)
        active = reading.directive or bool(names) or _OPENS_ORDERS.search(lower) is not None
        if not self._official and not reading.ordered and not announced and not self._active and self._speech <= 0:
            active = False  # running text: only where somebody speaks or orders
        frame = Frame(
            lead,
            roles.support,
            (),
            sole_timing(self.view, sentence, self._order_in(sentence, reading)),
            speaker,
            active,
            intro=True,
            ordered=reading.ordered or (announced and _ORDERS.search(lower) is not None),
        )
        self._frames.introduce(frame, piece.path, marked=piece.marked)
        self._active = self._active or (active and self._official) or reading.ordered
        self._idle = 0
        self._last = lead or self._last
        self._addressee = lead or self._addressee

    def _announcer(self, sentence: Span, reading: Reading) -> Found | None:
        """Who speaks in ``Bộ Tài chính thông báo như sau:``, ``Thủ tướng Chính phủ yêu cầu:``."""
        found = list(_ANNOUNCES.finditer(self._context.lower, sentence.start, sentence.end))
        own_work = (
            bool(found)
            and self._official
            and found[-1].group().startswith("chỉ đạo ")
            and read_actors(self.view, found[-1].start() + 8, sentence.end)
        )
        body = speaker_before(self.view, sentence.start, found[-1].start()) if found and not reading.ordered and not own_work else None
        return body if body is not None and (reading.lead is None or reading.lead.names == (str(body.fields["name"]),)) else None

    def _order_in(self, sentence: Span, reading: Reading) -> int:
        """Where the order of an introducing line stands; the time named before it is not its deadline."""
        found = [m.start() for m in cues()["order"].pattern.finditer(self._context.lower, sentence.start, sentence.end)]
        return max(reading.action, found[-1] if found else -1)

    def _forget(self) -> None:
        """A heading: who was told before it is not told what follows."""
        self._last = self._addressee = ()

    def _alone(self, sentence: Span) -> tuple[str, ...]:
        """The bodies of a heading that is nothing but their names."""
        actors = read_actors(self.view, sentence.start, sentence.end)
        if actors is None:
            return ()
        whole = self._context.text[sentence.start : sentence.end].strip(" :")
        if actors.refers and not actors.names:
            return (whole,) if len(whole) < _HEADING else ()
        rest = self._context.text[actors.span.end : sentence.end].strip(" :")
        grows = (not actors.facts or bool(actors.facts[-1].fields["collective"])) and (rest.startswith((",", "và ")) or rest[:1].islower())
        if rest and (len(rest) > _HEADING or not grows or any(starts_with("modals").match(rest.lower(), i) for i in _word_starts(rest))):
            return ()
        for f in actors.facts:
            self.roles[f.span] = "lead"
        if rest:  # the name goes on past a comma
            return (whole,)
        return actors.names

    # --- sentences ---

    def _sentence(self, piece: Piece, sentence: Span, *, first: bool) -> tuple[str, ...] | None:
        """Add the tasks of one sentence; the bodies of the first of them, or null where it orders nothing."""
        above = self._above(piece)
        if self._is_boilerplate(sentence):
            return None
        inherits = bool(self._inherited(piece, first=first)) if piece.marked else (not first and bool(self._last))
        listed = piece.marked and above.active and inherits
        whole = read_clause(self.view, sentence, listed=listed, inherits=inherits, official=self._official, speaker=self.speaker)
        self._speech = _SPEECH if self._speaks(sentence) else self._speech - 1
        cut = self._cut(sentence, whole)
        rows: list[Row] = []
        for i, part in enumerate(cut):
            reading = (
                whole
                if i == 0 and whole.action <= part.end
                else read_clause(
                    self.view,
                    part,
                    listed=listed,
                    goes_on=bool(rows),
                    inherits=inherits or bool(rows),
                    official=self._official,
                    speaker=self.speaker,
                )
            )
            roles = read_roles(self.view, part)
            if not rows and not (self._is_task(piece, sentence, reading, roles, above, first=first) if i == 0 else reading.ordered):
                continue
            if rows and reading.told and not reading.ordered:
                reading = Reading(start=part.start)
            rows.append(self._row(piece, part, reading, roles, above, rows, first=first))
        if not rows:
            self._tell(piece)
            self._carry(sentence, whole)
            return None
        merged = _merged(rows, self._context.text)
        if merged:
            last = merged[-1]
            merged[-1] = last._replace(
                span=Span(last.span.start, max(last.span.end, sentence.end if rows[-1].span.end == last.span.end else last.span.end))
            )
            self._rows += merged
            self._active, self._idle = self._active or not self._official, 0
            return merged[0].lead
        return None

    def _carry(self, sentence: Span, reading: Reading) -> None:
        """``3. Các bộ, cơ quan ngang bộ;`` and the rest on the next line: the names are kept for the clause that they open."""
        if reading.lead is not None and self._context.text[sentence.end - 1] in ";," and reading.lead.span.end >= sentence.end - 2:
            self._carried, self._carried_to = reading.lead.names, sentence.end + 3

    def _speaks(self, sentence: Span) -> bool:
        """Whether a body speaks in the sentence: what follows may tell what it wants."""
        if _SPEECH_OPENS.match(self._context.lower, sentence.start, sentence.end) and self.view.within("agency", sentence):
            return True
        return any(
            speaker_before(self.view, sentence.start, m.start()) is not None
            for m in _SPEAKS.finditer(self._context.lower, sentence.start, sentence.end)
        )

    def _cut(self, sentence: Span, whole: Reading) -> list[Span]:
        """The parts of a sentence at its semicolons; those before the work begins (a list of bodies) stay with the first."""
        cut = parts(self._context, sentence)
        while len(cut) > 1 and whole.action >= cut[1].start:
            cut[:2] = [Span(cut[0].start, cut[1].end)]
        joined = cut[:1]
        for part in cut[1:]:
            if ends_in_bodies(self.view, joined[-1]):
                joined[-1] = Span(joined[-1].start, part.end)
            else:
                joined.append(part)
        return joined

    def _row(self, piece: Piece, part: Span, reading: Reading, roles: Roles, above: Frame, rows: list[Row], *, first: bool) -> Row:
        self._note(reading, roles)
        names = self._names(reading) or roles.lead
        if self._carried and names and not rows and not piece.marked and part.start <= self._carried_to:
            names = (*self._carried, *(n for n in names if n not in self._carried))
        self._carried = ()
        own = bool(names)
        if rows and not own:
            lead = rows[-1].lead
        else:
            lead = names or self._inherited(piece, first=first)
        inherits = above.intro and piece.marked and not own and lead == above.lead
        support = tuple(n for n in roles.support if n not in lead) or (above.support if inherits else ())
        support = support or self._labels.roles.support
        if roles.refers and not support:
            support = tuple(n for n in standing_body(self.view) if n not in lead)
        timing = read_timing(self.view, part, reading.action) or (above.timing if above.intro and piece.marked and not rows else NONE)
        if own:
            self._last = lead
            if reading.ordered and not piece.marked:
                self._addressee = lead
        elif lead:
            self._last = lead
        rule = (
            "task.order"
            if reading.ordered
            else "task.brackets"
            if roles.lead and not self._names(reading)
            else "task.subject"
            if own
            else "task.inherited"
        )
        start = (
            reading.start
            if reading.ordered and not rows and reading.start > part.start and reading.assigner is None and not self._official
            else part.start
        )
        return Row(
            Span(start, part.end),
            rule,
            piece.path,
            lead,
            support,
            tuple(n for n in roles.report_to if n not in lead),
            self._by(reading, above),
            timing,
        )

    def _is_task(self, piece: Piece, sentence: Span, reading: Reading, roles: Roles, above: Frame, *, first: bool) -> bool:
        if reading.told:
            return False
        if reading.ordered:
            if reading.lead is not None and is_petition(
                self._context.lower[reading.start : reading.action], self._by(reading, above), reading.lead.names
            ):
                return False
            return reading.lead is not None or bool(self._inherited(piece, first=first)) or reading.assigner is not None
        if roles.lead:
            return above.active or self._official
        if self._labels.roles.lead and reading.directive:
            return True
        active = above.active if piece.marked else (self._active and not above.idle)
        if reading.directive and reading.lead is not None:
            if self._names(reading) == (self.speaker,):
                return False  # who orders tells of himself
            if active and not self._normative:
                return True
            if not self._official and self._speech > 0 and _MUST.match(self._context.lower, reading.action) is not None:
                return True
            binding = _BINDING.match(self._context.lower, reading.action, sentence.end) is not None
            return binding and bool(reading.lead.facts) and self._official and self._busy is not False
        if self._normative:
            return False
        if reading.directive:
            goes_on = bool(self._rows) and not self._rows[-1].lead and self._rows[-1].span.end + 3 >= sentence.start
            return active and (
                above.ordered or goes_on or bool(self._inherited(piece, first=first)) or bool(read_timing(self.view, sentence))
            )
        if active and roles.report_to and not first and read_timing(self.view, sentence):
            return True  # "Báo cáo trên gửi Bộ Tư pháp trước ngày …"
        words = sentence.end - sentence.start
        return piece.marked and first and above.intro and above.active and bool(above.lead) and words > _SHORTEST

    def _is_boilerplate(self, sentence: Span) -> bool:
        words = self._context.lower[sentence.start : sentence.end]
        if starts_with("boilerplate").match(words) or _IN_FORCE.match(words):
            return True
        return _FOR_NOTICE.search(words) is not None

    def _tell(self, piece: Piece) -> None:
        if not piece.marked:
            self._idle += 1
            if self._idle >= _PATIENCE and not self._official:
                self._active = False

    # --- who ---

    def _above(self, piece: Piece) -> Frame:
        if piece.marked:
            return self._frames.above(piece.path)
        own = self._frames.at(piece.path)
        return own if own is not NO_FRAME else self._frames.above(piece.path)

    def _inherited(self, piece: Piece, *, first: bool) -> tuple[str, ...]:
        above = self._above(piece)
        if self._labels.roles.lead:
            return self._labels.roles.lead
        if first:
            if piece.marked:
                return above.lead or (self._last if above.ordered or not self._official else ())
            return above.lead or self._addressee or self._last
        return self._last or above.lead

    def _names(self, reading: Reading) -> tuple[str, ...]:
        if reading.lead is None:
            return ()
        return reading.lead.names or (self._last if reading.lead.refers else ())

    def _by(self, reading: Reading, above: Frame) -> str | None:
        if reading.assigner is not None:
            name = str(reading.assigner.fields["name"])
            if not self._official:
                self.speaker = name
            return name
        return above.assigner or self.speaker

    def _note(self, reading: Reading, roles: Roles) -> None:
        """Remember the roles of the bodies of a clause."""
        for role, fact in roles.facts:
            self.roles.setdefault(fact.span, role)
        if reading.lead is not None:
            for fact in reading.lead.facts:
                self.roles[fact.span] = "lead"
        if reading.assigner is not None:
            self.roles[reading.assigner.span] = "assigner"


def _word_starts(words: str) -> list[int]:
    return [0, *(i + 1 for i, c in enumerate(words) if c == " ")]


def _merged(rows: list[Row], text: str) -> list[Row]:
    """Neighbouring parts with the same bodies are one task, unless each has its own time.

    A time at the very head or end of its part is that part's own; one in its midst is told by the way and dates the whole.
    """
    out: list[Row] = []
    for row in rows:
        if out and out[-1].lead == row.lead and not _parted(out[-1], row, text):
            out[-1] = _joined(out[-1], row)
        else:
            out.append(row)
    return out


def _parted(before: Row, row: Row, text: str) -> bool:
    """Whether two parts of one sentence with the same bodies are due at different times."""
    if before.timing.key() == row.timing.key():
        return False
    if before.timing and row.timing:
        return True
    if row.timing:
        words = text[row.span.start : row.span.end].lower()
        return _at_edge(row) and not (_CLOSING.match(words) and row.span.end - row.span.start < 60)
    return not _heads(before) and _at_edge(before)


def _heads(row: Row) -> bool:
    """Whether the time opens the sentence: then it holds for all of it."""
    return row.timing.span is not None and row.timing.span.start - row.span.start < 4


def _at_edge(row: Row) -> bool:
    when = row.timing.span
    return when is not None and (row.span.end - when.end < _EDGE or when.start - row.span.start < _EDGE)


def _joined(a: Row, b: Row) -> Row:
    return a._replace(
        span=Span(a.span.start, b.span.end),
        support=(*a.support, *(n for n in b.support if n not in a.support)),
        report_to=(*a.report_to, *(n for n in b.report_to if n not in a.report_to)),
        timing=a.timing or b.timing,
    )
