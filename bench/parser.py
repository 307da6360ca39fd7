"""What reading resolutions costs on one core, and what spoiled texts do to the reader.

Invented and given texts, made while it runs and kept nowhere (support.made_resolutions): how many
paragraphs a second, beside the bare splitting of the same texts into words; how time grows with
length, for honest and for hostile texts; how memory grows with their number; whether the numbers of
every text come back whole. Then spoiled ones: each is read or refused with a sentence.
Fewer of both: ./run bench parser 100 1000
"""

import resource
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from random import Random

from amparo.methods.resolutions import Document, NotAResolution, read
from amparo.methods.resolutions.asks import asks_of
from support.made_resolutions import Made, resolution, spoiled

RESOLUTIONS, PARAGRAPHS, SPOILED = 2_700, 56, 100_000
ROUNDS, BASES, AGAIN = 5, 60, 3
SIZES = (100, 200, 400)
# What a text repeats that shall cost: each on one line without end, and on lines of its own.
HOSTILE = (
    "a", "a-", "1 ", "1. ", "[", "« ", "A/", "1/1 ", "<sup>", "~~", "(a) ", "\n1\n", "\n1 See a",
    "\n1. Urges x;", "\nRecalling a, Noting b,", "\nThe General Assembly,\nNoting,", "per sonnes ",
    "\nA/RES/1/1 title of it", "\nAnnex", "\u0301", "\u200b", "\t ", "1999 1", "\na b-",
    "\n____\n1 A",
)  # fmt: skip
LENGTHS = (30_000, 120_000)


@dataclass
class Spent:
    """Seconds of this process, by step; what was read."""

    bare: float = 0.0
    reading: float = 0.0
    asking: float = 0.0
    paragraphs: int = 0
    whole: Counter[str] = field(default_factory=Counter)


def main() -> None:
    resolutions = int(sys.argv[1]) if len(sys.argv) > 1 else RESOLUTIONS
    inputs = int(sys.argv[2]) if len(sys.argv) > 2 else SPOILED
    volume(resolutions)
    growth()
    hostile()
    spoil(inputs)


def volume(resolutions: int) -> None:
    spent, quarter = Spent(), 0.0
    resolution(1, PARAGRAPHS)
    for seed in range(resolutions):
        one(resolution(seed, PARAGRAPHS), spent)
        quarter = memory() if seed == resolutions // 4 else quarter
    whole = spent.reading + spent.asking
    print(f"{resolutions:,} resolutions, {spent.paragraphs:,} paragraphs, one core")
    print(f"  reading {spent.reading:.1f} s, asks {spent.asking:.1f} s, together {whole:.1f} s")
    print(f"  paragraphs a second: {spent.paragraphs / whole:,.0f}")
    print(f"  over bare splitting into words ({spent.bare:.2f} s): {whole / spent.bare:.0f} times")
    print(f"  memory at a quarter {quarter:.0f} MB, at the end {memory():.0f} MB")
    for layout in sorted(spent.whole):
        if not layout.endswith("!"):
            print(f"  {layout:12} whole {spent.whole[layout + '!']:,} of {spent.whole[layout]:,}")


def one(made: Made, spent: Spent) -> None:
    spent.bare += taken(lambda: [line.split() for line in made.text.split("\n")])
    kept: list[Document] = []
    spent.reading += taken(lambda: kept.append(read(made.text)))
    [document] = kept
    spent.asking += taken(lambda: ask(document))
    recitals = sum(len(part.preamble) for part in document.parts)
    numbers = [each.number for part in document.parts for each in part.operative]
    spent.paragraphs += recitals + len(numbers)
    whole = recitals == made.preambular and numbers == list(range(1, made.operative + 1))
    spent.whole.update({made.layout: 1, f"{made.layout}!": int(whole)})


def ask(document: Document) -> None:
    for part in document.parts:
        for paragraph in part.operative:
            asks_of(paragraph, document.language)


def growth() -> None:
    """Seconds a text of 1, 2, 4 times the paragraphs takes, as multiples of the first."""
    times = []
    for size in SIZES:
        texts = [resolution(seed, size).text for seed in range(10)]
        rounds = [sum(taken(partial(read, text)) for text in texts) for _ in range(ROUNDS)]
        times.append(statistics.median(rounds))
    shown = " : ".join(f"{seconds / times[0]:.2f}" for seconds in times)
    print(f"growth with {' : '.join(map(str, SIZES))} paragraphs in one text: {shown}")


def hostile() -> None:
    """Four times the length: the worst growth, and the worst time for a thousand signs."""
    worst = []
    for piece in HOSTILE:
        for unit in (piece, f"{piece}\n"):
            small, large = (
                statistics.median(tried(unit * (length // len(unit))) for _ in range(AGAIN))
                for length in LENGTHS
            )
            worst.append((large / small, large / LENGTHS[1] * 1e6, unit))
    grown = max(worst)
    slowest = max(worst, key=lambda each: each[1])
    print(f"hostile texts of 4 times the length: at most {grown[0]:.1f} times ({grown[2]!r})")
    print(f"  slowest {slowest[1]:.1f} ms for a thousand signs ({slowest[2]!r})")


def tried(text: str) -> float:
    whole = (
        "The General Assembly,\nRecalling all of the things that are in the house,\n"
        f"1. Urges all;\n{text}\n2. Decides to end.\n"
    )
    return taken(lambda: outcome(whole))


def spoil(inputs: int) -> None:
    bases = [resolution(seed, 9).text for seed in range(BASES)]
    seen: Counter[str] = Counter()
    pace: list[tuple[float, int]] = []
    for seed in range(inputs):
        draw = Random(seed)
        text = spoiled(bases[seed % BASES], draw)
        start = time.process_time()
        seen[outcome(text)] += 1
        pace.append(((time.process_time() - start) / (len(text) + 1_000), seed))
    print(
        f"{inputs:,} spoiled texts: " + ", ".join(f"{n:,} {how}" for how, n in seen.most_common())
    )
    middle = statistics.median(each for each, _ in pace)
    worst = max(again(bases, seed) for _, seed in sorted(pace)[-2 * BASES :])
    print(f"  slowest by length: {worst / middle:.1f} times the median")


def again(bases: list[str], seed: int) -> float:
    """The least of several times, so that what else runs on the machine is no fault of a text."""
    text = spoiled(bases[seed % BASES], Random(seed))
    return min(taken(lambda: outcome(text)) for _ in range(AGAIN)) / (len(text) + 1_000)


def outcome(text: str) -> str:
    try:
        read(text)
    except NotAResolution as refusal:
        return "refused" if str(refusal).endswith(".") else "refused without a sentence"
    except Exception as error:
        return f"failed with {type(error).__name__}"
    return "read"


def taken(act: Callable[[], object]) -> float:
    start = time.process_time()
    act()
    return time.process_time() - start


def memory() -> float:
    """MB that this process had at most so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
