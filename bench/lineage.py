"""How the search for asks that say the same grows, and what it finds of what comparing all finds.

Invented asks of 30 to 80 words, drawn as a language draws them (Zipf, 6,000 words); every fifth
says again an earlier one with a fifth of its words changed. No text of anybody is in it.
"""

import random
import time
from itertools import accumulate

from amparo.methods.lineage import similar
from amparo.methods.lineage.likeness import alike
from amparo.methods.lineage.words import weights, words

GROWTH = (1_250, 2_500, 5_000, 10_000, 20_000)
SAMPLE, AT_LEAST = 50, 0.5
VOCABULARY = [f"{a}{b}{c}" for a in "bcdfgjklmprstv" for b in ("a", "e", "ion") for c in range(143)]
ZIPF = list(accumulate(1 / rank for rank in range(1, len(VOCABULARY) + 1)))


def asks(count: int) -> dict[int, str]:
    chance = random.Random(17)
    said: list[list[str]] = []
    for nth in range(count):
        again = nth % 5 == 4
        before = said[chance.randrange(len(said))] if again else drawn(chance, 30, 80)
        said.append(
            [drawn(chance, 1, 1)[0] if again and chance.random() < 0.2 else w for w in before]
        )
    return {nth: " ".join(text) for nth, text in enumerate(said)}


def drawn(chance: random.Random, fewest: int, most: int) -> list[str]:
    return chance.choices(VOCABULARY, cum_weights=ZIPF, k=chance.randint(fewest, most))


def growth(texts: dict[int, str]) -> None:
    print(f"{'asks':>8} {'seconds':>8} {'times before':>13} {'found':>7}")
    last = 0.0
    for size in GROWTH:
        some = {nth: texts[nth] for nth in range(size)}
        start = time.process_time()
        found = similar(some, some, at_least=AT_LEAST)
        taken = time.process_time() - start
        grown = f"{taken / last:13.2f}" if last else f"{'':13}"
        print(f"{size:8,} {taken:8.2f} {grown} {len(found):7,}", flush=True)
        last = taken


def against_all(texts: dict[int, str]) -> None:
    """A sample against all, sought by rare words and compared with each."""
    sample = {nth: texts[nth] for nth in list(texts)[4 :: len(texts) // SAMPLE][:SAMPLE]}
    known = {nth: frozenset(words(text)) for nth, text in texts.items()}
    weighed = weights(known.values())
    start = time.process_time()
    every = {
        frozenset((one, other)) for one in sample for other in texts
        if one != other and alike(known[one], known[other], weighed) >= AT_LEAST
    }  # fmt: skip
    taken = (time.process_time() - start) / len(sample) * len(texts) / 2
    start = time.process_time()
    found = similar(texts, texts, at_least=AT_LEAST)
    quick = time.process_time() - start
    sought = {frozenset((each.one, each.other)) for each in found}
    print(f"\n{len(every)} pairs of {len(sample)} asks are alike; found by rare words: ", end="")
    print(f"{len(every & sought)} ({len(every & sought) / len(every):.3f})")
    print(f"all pairs of {len(texts):,}: about {taken:,.0f} s, {taken / quick:,.0f} times as long")


def main() -> None:
    texts = asks(GROWTH[-1])
    growth(texts)
    against_all(texts)


if __name__ == "__main__":
    main()
