"""What on a page of a site is no part of its article: told by the tag, the role, the names in ``class`` and ``id``, or the words.

The names are those of the publishing systems of Vietnamese newspapers and portals, and of common site kits, in English and in
Vietnamese without accents.
"""

from __future__ import annotations

import re
from typing import Any

_TAGS = frozenset({"nav", "aside", "footer", "form", "fieldset", "dialog", "header"})
_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar"}
)
_NAMED = frozenset("div section ul ol dl li table article figure p h2 h3 h4 h5 h6 blockquote center td".split())
_COMMENTS = re.compile(
    r"-(?:comments?|cmt|disqus)-|-binh-?luan|-fb-comments|comment-?(?:list|box|wrap|area|form|section)|(?:box|list|show)-?comment"
)
# Whole names between the hyphens of a folded class, then parts of names.
_NAMES = re.compile(
    r"-(?:nav|navbar|navigation|menu|submenu|breadcrumbs?|sidebar|footer|topbar|masthead|widget|ads?|adv|advert|advertisement|banner|popup|modal|"
    r"tags?|tag-?list|keywords?|share|sharing|likes?|detail-like|detail-tab|social|socials|addthis|zalo|fb-like|like-?fb|related|relates?|relation|relations|relative|"
    r"recommend|recommended|recommendation|recommendations|suggest|suggestion|trending|newsletter|subscribe|login|paging|pagination|pager|rating|vote|toolbar|"
    r"read-?more|see-?more|view-?more|most-?(?:read|view|viewed|popular)|popular|other-?news|news-?(?:other|older|newer|relate|related|hot)|"
    r"hot-?news|list-?news|latest-?news|story|teaser|audio|player|tts|podcast|cookie|copyright|skip-?link|pswp|lightbox|list-?related|quang-?cao|tu-?khoa|chia-?se)-"
)
_PARTS = re.compile(
    r"-(?:left|right|top|bottom|main|sub)-?(?:menu|nav|bar)-|"
    r"tin-?lien-?quan|bai-?lien-?quan|bai-?viet-?lien-?quan|lien-?quan|tin-?(?:khac|moi|nong|noi-?bat|doc-?nhieu|xem-?nhieu|cung)|cung-?chuyen-?muc|doc-?(?:them|nhieu)|"
    r"xem-?(?:them|nhieu)|bai-?(?:khac|moi)|side-?bar|(?:box|list|article|detail|news|inner|content)-?relat|relat(?:e|ed)-?(?:news|articles?|posts?|box|list|story|stories)|"
    r"bread-?crumb|social-?(?:share|bar|box)|share-?(?:bar|box|button)|google-?news|link-content-footer|box-category"
)
# What a box in the article itself may be named as well as furniture.
_DOUBTFUL = re.compile(r"-(?:story|popular|widget|relations?|relative|recommendations?|suggestion)(?=-)")
_TYPES = re.compile(r"relat|lienquan", re.IGNORECASE)
_PAGE_EDGE = frozenset({"header", "footer"})  # LibreOffice marks those of a printed page so
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
# Headings of furniture, and lines that are nothing but controls or counters, as they are printed.
_OTHERS = (
    r"(?:các )?(?:tin|bài|tin bài|bài viết|tin tức|video|văn bản|chủ đề|bản tin|sự kiện) "
    r"(?:có )?(?:liên quan|cùng chuyên mục|cùng chủ đề|cùng loại|"
    r"khác|mới|mới nhất|mới hơn|cũ hơn|đã đưa|nổi bật|nóng|xem nhiều|đọc nhiều)(?: nhất)?"
)
_MORE = (
    r"(?:đọc|xem|tìm hiểu) (?:thêm|nhiều|tiếp)(?: nhất)?|mời (?:độc giả|bạn đọc|quý độc giả|các bạn|bạn) (?:xem|đọc) thêm|"
    r"có thể bạn (?:quan tâm|chưa biết)|đừng bỏ lỡ|dành cho bạn|cùng chuyên mục|cùng chủ đề|liên quan"
)
_READERS = r"(?:gửi )?bình luận|ý kiến(?: bạn đọc)?|từ khóa|tags?|thẻ|chủ đề|chia sẻ(?: bài viết)?|xem theo ngày|in bài viết|quảng cáo"
_CUE = re.compile(rf"\W*(?:{_OTHERS}|{_MORE}|{_READERS})\W*(?:\(?\d*\)?)?\W*", re.IGNORECASE)
_LEAD_IN = re.compile(
    r"\W*(?:(?:mời (?:độc giả|bạn đọc|quý độc giả|bạn) )?(?:đọc|xem|tìm hiểu) (?:thêm|tiếp)|(?:tin|bài)(?: viết)? liên quan|liên quan)\W*",
    re.IGNORECASE,
)
_CONTROL = (
    r"lượt (?:xem|đọc|truy cập|thích|chia sẻ)|số (?:lần|lượt) (?:xem|đọc)|bình luận|views?|(?:tăng |giảm )?cỡ chữ|font|"
    r"nghe (?:đọc bài|bài viết)|đọc bài viết|chia sẻ|share|facebook|twitter|zalo|(?:email|in|in trang|in bài)(?!\W*\d)|gửi email|"
    r"sao chép (?:liên kết|link)|copy link|lưu bài(?: viết)?|thích|theo dõi .{0,40} trên (?:google|facebook|zalo|youtube).{0,20}|"
    r"đánh giá (?:bài viết|của bạn)|quay lại|về đầu trang|trang chủ|tương phản|mục lục|google news"
)
_TAGS_LINE = re.compile(r"\W*(?:tags?|từ kh(?:óa|oá))\s*:", re.IGNORECASE)
_COUNTED = r"lượt (?:xem|đọc|thích|truy cập)|bình luận|views?|phút đọc|likes?|chia sẻ"
_COUNTER = re.compile(rf"\W*(?:(?:{_CONTROL})\W*[\d.,]*\W*|[\d.,]+ ?(?:{_COUNTED})\W*)", re.IGNORECASE)


def by_name(element: Any) -> bool:
    """Whether the names of an element, its tag, role or ``type`` are those of furniture."""
    return element.tag in _TAGS or _is_told(element, _names(element))


def is_doubtful(element: Any) -> bool:
    """Whether an element that is furniture by name may as well be a box of the article: ``aside``, ``story``, ``popular``."""
    return (element.tag == "aside" or element.tag not in _TAGS) and not _is_told(element, _DOUBTFUL.sub("", _names(element)))


def _is_told(element: Any, names: str) -> bool:
    if element.get("role") in _ROLES:
        return True
    if element.get("title") in _PAGE_EDGE or _TYPES.search(element.get("type") or "") or element.get("data-type") == "related":
        return True
    return bool(names) and element.tag in _NAMED and bool(_NAMES.search(names) or _PARTS.search(names) or _COMMENTS.search(names))


def is_discussion(element: Any) -> bool:
    """Whether it holds the comments of readers, which may be longer than the article."""
    return bool(_COMMENTS.search(_names(element)))


def is_cue(words: str) -> bool:
    """Whether a block is nothing but the heading of furniture: ``Tin liên quan``, ``Đọc thêm:``, ``Bình luận (12)``."""
    return len(words) < 60 and _CUE.fullmatch(words) is not None


def is_counter(words: str) -> bool:
    """Whether a block is nothing but a control, a counter or tags: ``Lượt xem: 1.234``, ``Chia sẻ``, ``Từ khóa: …``."""
    return len(words) < 120 and (_COUNTER.fullmatch(words) or _TAGS_LINE.match(words)) is not None


def lead_in(words: str) -> int:
    """How many characters of ``words`` only lead to a link: ``>> Xem thêm: …``."""
    found = _LEAD_IN.match(words)
    return found.end() if found else 0


def _names(element: Any) -> str:
    """``box-TinLienQuan v2`` as ``-box-tin-lien-quan-v2-``; names that Word gives are none of a site."""
    names = [name for name in f"{element.get('class') or ''} {element.get('id') or ''}".split() if not name.startswith("Mso")]
    return f"-{'-'.join(re.sub(r'[^a-z0-9]+', '-', _CAMEL.sub('-', name).lower()) for name in names)}-" if names else ""
