"""A text in a cell so that no spreadsheet runs it, and the same text again when it is read."""

from amparo.methods.spreadsheet import FORMULA, inert

MARK = "'"


def guarded(text: str) -> str:
    """A text that begins with the mark itself is marked once more: reading takes one mark away."""
    if text.lstrip().startswith(MARK):
        return MARK + text
    return str(inert(text))


def unguarded(cell: str) -> str:
    """A mark that stands before anything else than a formula or a mark is the writer's own."""
    rest = cell[1:]
    if cell.startswith(MARK) and (
        rest.startswith(FORMULA) or rest.lstrip().startswith((*FORMULA, MARK))
    ):
        return rest
    return cell
