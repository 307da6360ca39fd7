"""Published tables of capture histories, and a plain way to fit a model to compare with."""

import numpy as np

from amparo.methods.estimation.models import Model
from amparo.methods.estimation.table import Table

# Potential victims in the United Kingdom, 2013: Bales, Hesketh and Silverman (2015), Significance
# 12(3): 16-21, with police and National Crime Agency as one list.
UNITED_KINGDOM = Table.of(
    ("LA", "NG", "X", "GO", "GP"),
    {
        "LA": 54, "NG": 463, "X": 995, "GO": 695, "GP": 316,
        "LA+NG": 15, "LA+X": 19, "LA+GO": 3, "NG+X": 62, "NG+GO": 19, "NG+GP": 1,
        "X+GO": 76, "X+GP": 11, "GO+GP": 8,
        "LA+NG+X": 1, "LA+NG+GO": 1, "NG+X+GO": 4, "LA+NG+X+GO": 1,
    },
)  # fmt: skip
# Killed in Kosovo, 1999: Ball, Betts, Scheuren, Dudukovich and Asher (2002).
KOSOVO = Table.of(
    ("EXH", "ABA", "OSCE", "HRW"),
    {
        "EXH": 1131, "ABA": 845, "OSCE": 936, "HRW": 306,
        "EXH+ABA": 177, "EXH+OSCE": 228, "EXH+HRW": 106, "ABA+OSCE": 217, "ABA+HRW": 31,
        "OSCE+HRW": 123, "EXH+ABA+OSCE": 181, "EXH+ABA+HRW": 18, "EXH+OSCE+HRW": 42,
        "ABA+OSCE+HRW": 32, "EXH+ABA+OSCE+HRW": 27,
    },
)  # fmt: skip
# Chan, Silverman and Vincent (2021): three lists, of which two pairs share nobody.
SPARSE = Table.of(("A", "B", "C"), {"A": 40, "B": 30, "C": 20, "A+B": 6})


def plain_fit(table: Table, model: Model) -> tuple[float, float] | None:
    """Unseen people and logarithm of the likelihood by Newton's method on a whole design matrix.

    None where it does not settle. As in the textbook: one model at a time, no bit tricks.
    """
    counts, cells = table.vector(), np.flatnonzero(table.can_be())
    margins = {mask: counts[(np.arange(table.size) & mask) == mask].sum() for mask in model}
    empty = [mask for mask, margin in margins.items() if not margin]
    finite = [mask for mask, margin in margins.items() if margin]
    kept = [cell for cell in cells.tolist() if all(cell & mask != mask for mask in empty)]
    design = np.array([[float(cell & mask == mask) for mask in finite] for cell in kept])
    seen = counts[kept]
    linear = np.log(seen + 0.1)
    for _ in range(200):
        mean = np.exp(linear)
        wanted = design.T @ (mean * linear + seen - mean)
        moved = design @ np.linalg.solve(design.T * mean @ design, wanted)
        if np.abs(moved - linear).max() < 1e-9:
            theta = np.linalg.lstsq(design, moved, rcond=None)[0]
            return float(np.exp(theta[0])), float(seen @ moved - np.exp(moved).sum())
        linear = moved
    return None
