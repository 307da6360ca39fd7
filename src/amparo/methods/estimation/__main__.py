"""Estimates from a file of capture histories, as JSON: python -m amparo.methods.estimation FILE"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from amparo.methods.estimation.reading import read
from amparo.methods.estimation.report import Effort, plain, report
from amparo.methods.estimation.table import TableError


def main(arguments: Sequence[str] | None = None) -> int:
    """Ends with 0, with 1 where there is a refusal and no estimate, with 2 for a file at fault."""
    parser = argparse.ArgumentParser(prog="estimate", description="From lists to the unseen.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--lists", nargs="+", default=(), help="columns that are lists")
    parser.add_argument("--samples", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    try:
        table = read(given.file.read_text(encoding="utf-8"), given.lists)
    except (OSError, UnicodeDecodeError, TableError) as error:
        sys.stderr.write(f"{given.file.name}: {error}\n")
        return 2
    told = plain(report(table, Effort(given.samples, given.seed)))
    sys.stdout.write(json.dumps(told, indent=2) + "\n")
    return 1 if "refused" in told else 0


if __name__ == "__main__":
    sys.exit(main())
