"""Resolutions that nobody adopted, in the layouts that pages and conversions give them.

French ones are made of paragraphs of the five shipped texts, English ones of phrases. The same seed
makes the same text.
"""

import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

import amparo
from amparo.methods.resolutions import read

TEXTS = Path(amparo.__file__).parent / "commitments" / "data" / "texts"
RECITALS = (
    "Reaffirming", "Recalling", "Noting with concern", "Recognizing", "Welcoming",
    "Bearing in mind", "Deeply concerned", "Stressing", "Taking note of", "Having considered",
    "Convinced of",
)  # fmt: skip
ACTS = (
    "Urges", "Encourages", "Invites", "Calls upon", "Requests", "Welcomes", "Takes note of",
    "Stresses", "Also invites", "Further requests", "Decides on", "Expresses appreciation for",
    "Reaffirms",
)  # fmt: skip
PHRASES = (
    "the coordination of efforts against made-up things", "Member States that have not yet done so",
    "the United Nations Office on Invented Matters", "article 3 (a) of the Protocol",
    "the report of the Secretary-General (A/99/12)", "victims, in particular women and children",
    "the 2030 Agenda for Sustainable Development", "within existing resources", "civil society",
    "its resolution 98/195 of 19 December 2043", "the private sector, as appropriate",
    "follow-up and capacity-building", "the rights of “all persons”", "paragraphs 12 to 15 thereof",
)  # fmt: skip
PLAIN, TIGHT, LOOSE, TYPED, NEGOTIATED = "plain", "tight", "loose", "typed", "negotiated"
LAYOUTS = (PLAIN, TIGHT, LOOSE, TYPED, NEGOTIATED)


@dataclass(frozen=True)
class Made:
    text: str
    preambular: int
    operative: int
    layout: str


def resolution(seed: int, paragraphs: int) -> Made:
    """One text with about so many paragraphs, a third of them preambular."""
    draw = Random(seed)
    recitals = max(1, paragraphs // 3)
    acts = max(2, paragraphs - recitals)
    language = _french if seed % 2 else _english
    organ, said = language(draw, recitals, acts)
    layout = LAYOUTS[seed // 2 % len(LAYOUTS)]
    symbol = f"99/{seed % 900 + 1}"
    title = f"{symbol}. An invented matter of {'great ' * (seed % 3)}moment"
    head = [f"A/RES/{symbol}", "", title, "", organ, ""]
    return Made("\n".join(_laid(head, said, layout, draw)), recitals, acts, layout)


def _laid(head: list[str], said: "Said", layout: str, draw: Random) -> Iterator[str]:
    lines = list(_numbered(said, negotiated=layout == NEGOTIATED))
    yield from head
    if layout in (PLAIN, NEGOTIATED, TYPED):
        for line in lines:
            yield from ([f"    {line}"] if layout == TYPED else [line, ""])
        return
    for number, line in enumerate(lines, 1):
        for piece in textwrap.wrap(line, 76, break_on_hyphens=False):
            yield from ([piece, ""] if layout == LOOSE else [piece])
        if layout == TIGHT and number % 9 == 0:
            yield from _page(number // 9, draw)


def _page(number: int, draw: Random) -> list[str]:
    return [
        "__________________", str(number), f"Resolution {draw.randrange(50, 99)}/1.",
        f"{number}/9 45-{draw.randrange(10_000, 99_999)}", "\f", "A/RES/99/1",
    ]  # fmt: skip


@dataclass(frozen=True)
class Said:
    recitals: list[str]
    acts: list[tuple[str, list[str]]]


def _numbered(said: Said, *, negotiated: bool) -> Iterator[str]:
    for number, words in enumerate(said.recitals, 1):
        yield f"PP{number} {words}" if negotiated else words
    for number, (words, items) in enumerate(said.acts, 1):
        yield f"OP{number} {words}" if negotiated else f"{number}. {words}"
        for letter, item in zip("abcdefghijklmnop", items, strict=False):
            yield f"({letter}) {item}"


def _english(draw: Random, recitals: int, acts: int) -> tuple[str, Said]:
    def words(opening: str, end: str) -> str:
        return f"{opening} {', '.join(draw.sample(PHRASES, draw.randrange(2, 9)))}{end}"

    heard = [words(draw.choice(RECITALS), ",") for _ in range(recitals)]
    done: list[tuple[str, list[str]]] = []
    for number in range(acts):
        items = [words("To support", ";") for _ in range(draw.choice((0, 0, 0, 0, 2, 4)))]
        end = ":" if items else "." if number == acts - 1 else ";"
        done.append((words(draw.choice(ACTS), end), items))
    return "The General Assembly,", Said(heard, done)


def _french(draw: Random, recitals: int, acts: int) -> tuple[str, Said]:
    heard, asked = given()
    return "L’Assemblée générale,", Said(
        [draw.choice(heard) for _ in range(recitals)],
        [draw.choice(asked) for _ in range(acts)],
    )


@cache
def given() -> tuple[list[str], list[tuple[str, list[str]]]]:
    """The preambular paragraphs of the shipped texts, and the operative ones with their items."""
    heard: list[str] = []
    asked: list[tuple[str, list[str]]] = []
    for path in sorted(TEXTS.glob("*.txt")):
        for part in read(path.read_text(encoding="utf-8")).resolutions:
            heard += [each.text for each in part.preamble if each.text.endswith(",")]
            asked += [
                (each.text, [item.text for item in each.subparagraphs]) for each in part.operative
            ]
    return heard, asked


Spoil = Callable[[str, Random], str]


def spoiled(text: str, draw: Random) -> str:
    """The text after one to three of the things that conversions, keyboards and enemies do."""
    for spoil in draw.choices(SPOILS, k=draw.randrange(1, 4)):
        text = spoil(text, draw)
    return text


def _cut(text: str, draw: Random) -> str:
    start = draw.randrange(len(text) + 1)
    return text[:start] + text[start + draw.randrange(400) :]


def _short(text: str, draw: Random) -> str:
    return text[: draw.randrange(len(text) + 1)]


def _doubled(text: str, draw: Random) -> str:
    lines = text.split("\n")
    place = draw.randrange(len(lines))
    return "\n".join(
        lines[:place] + lines[place : place + 3] * draw.randrange(2, 9) + lines[place:]
    )


def _swapped(text: str, draw: Random) -> str:
    raw = bytearray(text.encode())
    for _ in range(draw.randrange(1, 30)):
        if raw:
            one, other = draw.randrange(len(raw)), draw.randrange(len(raw))
            raw[one], raw[other] = raw[other], raw[one]
    return raw.decode(errors="replace")


def _unspaced(text: str, draw: Random) -> str:
    start = draw.randrange(len(text) + 1)
    end = start + draw.randrange(3_000)
    return text[:start] + text[start:end].replace(" ", "") + text[end:]


def _unbroken(text: str, draw: Random) -> str:
    return text.replace("\n", draw.choice(("", " ", "\r", "\x0b", "\u2028")))


def _noise(text: str, draw: Random) -> str:
    signs = "\u200b\u202e\u0301\ufeff\u00ad\U0001f600¹[]()<>~^_*#&«»“”\\/|\f\t.;:,-0123456789"
    place = draw.randrange(len(text) + 1)
    run = draw.choice(signs) * draw.choice((1, 3, 50, 1_000))
    return text[:place] + run + text[place:]


def _numbers(text: str, draw: Random) -> str:
    place = draw.randrange(len(text) + 1)
    nested = "".join(
        f"\n{'(' * (n % 4)}{n % 30}{draw.choice('.)')} (a) (i) Urges" for n in range(90)
    )
    return text[:place] + nested + text[place:]


def _repeated(text: str, draw: Random) -> str:
    piece = draw.choice(
        ("a", "a ", "1 ", "1. ", "[", "<sup>", "« ", "A/", "-", "1/1 ", "\n1\n", "a-")
    )
    place = draw.randrange(len(text) + 1)
    return text[:place] + piece * draw.choice((10, 300, 1_500)) + text[place:]


SPOILS: tuple[Spoil, ...] = (
    _cut, _short, _doubled, _swapped, _unspaced, _unbroken, _noise, _numbers, _repeated,
)  # fmt: skip
