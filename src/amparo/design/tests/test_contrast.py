"""WCAG 2.2, 1.4.3 and 1.4.11, computed from the colours that our own sheet sets."""

import re

import pytest

from amparo.design import sheets

LIGHT, DARK = re.findall(r":root \{(.*?)\n *\}", sheets.OWN.read_text(encoding="utf-8"), re.DOTALL)[
    :2
]
TONES = ("plain", "info", "good", "warn", "danger")
TEXT = [
    *(("--ink", ground) for ground in ("--paper", "--surface", "--accent-wash", "--plain-wash")),
    *(("--ink-soft", ground) for ground in ("--paper", "--surface", "--accent-wash")),
    *(("--accent", ground) for ground in ("--paper", "--surface", "--accent-wash")),
    *(("--danger-ink", ground) for ground in ("--paper", "--surface")),
    *((f"--{tone}-ink", f"--{tone}-wash") for tone in TONES),
    *(("#ffffff", fill) for fill in ("--accent-fill", "--accent-fill-hover", "--danger-fill")),
]
CONTROLS = [("--line-control", ground) for ground in ("--paper", "--surface")]


def colours(sheet: str) -> dict[str, str]:
    return dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{3,6});", sheet))


SCHEMES = {"light": colours(LIGHT), "dark": colours(LIGHT) | colours(DARK)}


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(scheme: str, ink: str, ground: str) -> float:
    found = SCHEMES[scheme]
    high, low = sorted((luminance(found.get(c, c)) for c in (ink, ground)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_words_can_be_read(scheme: str, ink: str, ground: str) -> None:
    assert contrast(scheme, ink, ground) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("line", "ground"), CONTROLS)
def test_the_edge_of_a_control_can_be_seen(scheme: str, line: str, ground: str) -> None:
    assert contrast(scheme, line, ground) >= 3
