"""Numbers as a list draws them; the shapes have the names that WordprocessingML gives them."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LONGEST = 3_999


def numeral(number: int, shape: str) -> str:
    """`lowerLetter`, `lowerRoman`, their `upper` sisters; any other shape in digits."""
    if shape.endswith("Letter") and 0 < number <= _LONGEST:
        # After z Word and the United Nations write aa, bb.
        text = _LETTERS[(number - 1) % 26] * ((number - 1) // 26 + 1)
    elif shape.endswith("Roman") and 0 < number <= _LONGEST:
        text = _roman(number)
    else:
        return str(number)
    return text.upper() if shape.startswith("upper") else text


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        text += sign * times
    return text
