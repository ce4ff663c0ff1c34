"""Where a document speaks of the whole country: by its name, by what central bodies have done together, by the law."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator

import regex

from extractor.fact_view import FactView
from extractor.meaning.backwards import backwards
from extractor.model import Found, Span
from extractor.motto import STATE
from extractor.prefilter import Prefiltered
from extractor.wordlists import any_of

NATION = "toàn quốc"

_NATION = Prefiltered(rf"(?<!\p{{L}})(?<!nhà )(?:{any_of('meaning_places', 'nation')})(?!\p{{L}})")
_WHOLE = ("cả nước", "toàn quốc")
_ACTORS = Prefiltered(rf"(?<!\p{{L}})(?:{any_of('meaning_places', 'actors')})(?= (?:đã|hoàn thành|có|chỉ|mới))|ủy ban quốc gia")
# "Ngân hàng … Việt Nam", "Samsung Việt Nam": the name of somebody.
_NAMED = backwards(rf"(?<!\p{{L}})(?:{any_of('meaning_places', 'named_by_country')})(?!\p{{L}})[^,;:.()]{{0,50}} $")
_CAPITAL = backwards(r"\p{L}[^\n.:!?]* (?!Nước )\p{Lu}[\p{L}&-]+ $")
_NATIONAL_LAW = frozenset({"luật", "bộ luật", "nghị định", "thông tư", "pháp lệnh"})
_ARTICLES = r"(?:(?:khoản|điều|điểm|mục) [\d\p{L}]{1,3},? )*"
_BY_LAW = regex.compile(rf"(?:căn cứ |tại |theo )(?:quy định (?:tại |của )?)?{_ARTICLES}(?:của )?")
# The document is the subject of its sentence: at most a short frame stands before it.
_AT_HEAD = regex.compile(rf"(?:[-+•] ?)?(?:[^,;:.()\d]{{0,25}}, )?(?:(?:theo|tại) )?{_ARTICLES}(?:của )?")
_RULES = regex.compile(
    r"[^.;]{0,120}?(?<!\p{L})(?:quy định(?! về| chi tiết| một số)|nêu rõ|cho phép)(?!\p{L})"
    r"| (?:còn |cũng |đã )?(?:ban hành|mở rộng|bổ sung|sửa đổi) "
)
# "Căn cứ (tại) Điều 14 Quy chế … ban hành kèm theo Thông tư … quy định như sau:" opens a passage that says what the law is.
_OPENS = regex.compile(
    r"(?:[-+•>] ?)?(?:đồng thời, |cụ thể )?(?:căn cứ|theo|tại)(?: theo| tại| vào)?"
    r" (?:quy định|khoản|điều|điểm|mục|\p{L}+ luật|luật|nghị định|thông tư)"
)
_STATES = regex.compile(r"(?<!\p{L})(?:quy định|như sau|hướng dẫn|nêu rõ)(?!\p{L})|:\s*$")
_HEADING = regex.compile(r"#|[^\n]{0,200}\?\s*$")
_HEAD = 1500  # code points in which the name of the state stands over an official document


def names_of_nation(view: FactView, sentence: Span, *, national: bool) -> Iterator[Span]:
    """Where ``sentence`` names the country and does not name somebody after it, and where all central bodies together act.

    :param national: the document is about the whole country: it speaks of ``Việt Nam`` without setting it against anything.
    """
    context, (start, end) = view.context, sentence
    for m in _NATION.finditer(context.lower, start, end):
        if m.group() in _WHOLE or not (national or _names_somebody(view, Span(*m.span()), sentence)):
            yield Span(*m.span())
    if national:
        return
    for m in _ACTORS.finditer(context.lower, start, end):
        yield Span(*m.span())


def _names_somebody(view: FactView, span: Span, sentence: Span) -> bool:
    """Whether the country's name is part of the name of a body, a company or the like."""
    context, start = view.context, max(sentence.start, span.start - 60)
    if _NAMED.search(context.lower, start, span.start) or _CAPITAL.search(context.text, start, span.start):
        return True
    if context.text[span.end : span.end + 2][1:].isupper():
        return True
    body = view.last_before("agency", span.end, 0)
    return body is not None and body.span.start < span.start


def regulations(view: FactView, sentence: Span) -> Iterator[Span]:
    """Laws and decrees that say what holds in the country, with the words before them: ``Theo Nghị định …``, ``Nghị định … quy định``."""
    lower = view.context.lower
    for fact in view.within("document", sentence):
        if not _is_law(fact):
            continue
        by_law = _BY_LAW.fullmatch(lower, sentence.start, fact.span.start)
        head = by_law or _AT_HEAD.fullmatch(lower, sentence.start, fact.span.start)
        if by_law or (head and _RULES.match(lower, fact.span.end, sentence.end)):
            yield Span(sentence.start, fact.span.end)


def _is_law(fact: Found) -> bool:
    return fact.fields.get("doc_type") in _NATIONAL_LAW


class Passages:
    """The passages of an article on one place that only say what the law of the whole country is.

    Such a passage opens with ``Căn cứ Điều 28 Luật … quy định như sau:`` and goes on until the next heading or the next paragraph that
    names a place of its own. Official documents have none: what they order by a law is theirs.

    :param is_local: whether a place is named in a paragraph.
    """

    def __init__(self, view: FactView, is_local: Callable[[Span], bool]) -> None:
        context = view.context
        official = regex.search(STATE, context.lower[:_HEAD])
        spans = [] if official else list(_passages(view, is_local))
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]

    def hold(self, position: int) -> bool:
        """Whether ``position`` stands in one."""
        i = bisect_right(self._starts, position) - 1
        return i >= 0 and position < self._ends[i]


def _passages(view: FactView, is_local: Callable[[Span], bool]) -> Iterator[Span]:
    context, inside = view.context, False
    starts = context.outline.paragraphs
    for start, end in zip(starts, [*starts[1:], len(context.text) + 1], strict=True):
        paragraph = Span(start, end - 1)
        if _HEADING.match(context.lower, *paragraph):
            inside = False
        elif _says_the_law(view, paragraph):
            inside = not is_local(paragraph)
        elif inside and is_local(paragraph):
            inside = False
        if inside:
            yield paragraph


def _says_the_law(view: FactView, paragraph: Span) -> bool:
    lower = view.context.lower
    if not _OPENS.match(lower, *paragraph):
        return False
    first = view.context.outline.sentence(paragraph.start)
    return any(_is_law(f) for f in view.within("document", first)) and _STATES.search(lower, *first) is not None
