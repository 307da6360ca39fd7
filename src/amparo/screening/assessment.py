"""The assessment rule of the operational indicators: what signs, read together, point to.

It suggests where to look and whom to call; persons decide. Its result is a class with the signs
that caused it, never a number. Nothing about nationality, religion, origin or sex goes in.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from amparo.screening.indicators import Indicators, Sign, load

PRESENT = frozenset({"seen", "told", "documented"})

DECEPTION = "deceptive_recruitment"
COERCED = "coercive_recruitment"
VULNERABLE = "recruitment_by_vulnerability"
EXPLOITATION = "exploitation"
COERCION = "coercion_at_work"
DEPENDENT = "vulnerability_at_work"

RECRUITMENT = frozenset({DECEPTION, COERCED, VULNERABLE})
# Abuse of vulnerability makes the other dimensions weigh more; alone it decides no adult class.
REINFORCING = frozenset({VULNERABLE, DEPENDENT})
# For a child one sign of recruitment counts as the act, whether its dimension is positive or not.
CAUSES_BESIDES: dict[str, frozenset[str]] = {"adult": frozenset(), "child": RECRUITMENT}

# Every class has its words in `data/results.toml`.
LOOK_FURTHER = {"adult": "look_further", "child": "child_look_further"}
NO_SIGN = {"adult": "no_sign", "child": "child_no_sign"}
RESULTS = (
    "trafficking",
    "exploitation_with_coercion",
    "deception_and_exploitation",
    "labour_rights",
    "child_trafficking",
    "child_exploitation",
    *LOOK_FURTHER.values(),
    *NO_SIGN.values(),
)


@dataclass(frozen=True)
class Facts:
    """All that the rule and its guidance look at.

    `age` is a code of the list age_status; `marks` gives for a sign a code of the list marks (a
    sign left out is unknown); `acts` and `forms` are codes of those lists; `danger` and `alone`
    (one could speak with the person alone) are yes, no or not_sure.
    """

    age: str
    marks: Mapping[str, str] = field(default_factory=dict)
    acts: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    danger: str = "no"
    alone: str = "yes"

    @property
    def route(self) -> str:
        """Doubt opens the child route (Council of Europe Convention, article 10(3))."""
        return "adult" if self.age == "adult" else "child"

    @property
    def suspected(self) -> bool:
        """A form of exploitation was named: the lists cover labour only, so it must be heard."""
        return bool(self.forms - {"UNKNOWN"})


@dataclass(frozen=True)
class Reason:
    """A present sign and how it is known."""

    sign: str
    dimension: str
    mark: str


@dataclass(frozen=True)
class Assessment:
    """`reasons` caused the result, `also` are the other present signs, `unknown` is still to ask.

    `positive` holds every positive dimension, `reinforcing` those of them that are about abuse
    of vulnerability. One present sign, or a form that is suspected, is enough to `look_further`.
    """

    result: str
    route: str
    positive: tuple[str, ...]
    reinforcing: tuple[str, ...]
    reasons: tuple[Reason, ...]
    also: tuple[Reason, ...]
    unknown: tuple[str, ...]
    look_further: bool


def assess(facts: Facts) -> Assessment:
    """Apply the rule for the adult or the child list."""
    signs, route = load(), facts.route
    present = [sign for sign in signs.listed(route) if facts.marks.get(sign.code) in PRESENT]
    positive = _positive(signs, present, route)
    decided = _adult_class(positive) if route == "adult" else _child_class(positive, present, facts)
    look_further = bool(present) or facts.suspected
    causes = set(positive) | CAUSES_BESIDES[route] if decided else set(signs.dimensions)
    return Assessment(
        result=decided or (LOOK_FURTHER[route] if look_further else NO_SIGN[route]),
        route=route,
        positive=positive,
        reinforcing=tuple(code for code in positive if code in REINFORCING),
        reasons=_reasons(facts, [sign for sign in present if sign.dimension in causes]),
        also=_reasons(facts, [sign for sign in present if sign.dimension not in causes]),
        unknown=_unknown(facts, signs),
        look_further=look_further,
    )


def is_positive(strengths: Counter[str]) -> bool:
    """Whether the strengths of the present signs of one dimension make it positive.

    At least two strong; or one strong and one medium or weak; or three medium; or two medium
    and one weak.
    """
    strong, medium, weak = (strengths[name] for name in ("strong", "medium", "weak"))
    return (
        strong >= 2
        or (strong >= 1 and medium + weak >= 1)
        or medium >= 3
        or (medium >= 2 and weak >= 1)
    )


def _positive(signs: Indicators, present: list[Sign], route: str) -> tuple[str, ...]:
    found: dict[str, Counter[str]] = {code: Counter() for code in signs.dimensions}
    for sign in present:
        found[sign.dimension][sign.strengths[route]] += 1
    return tuple(code for code, strengths in found.items() if is_positive(strengths))


def _adult_class(positive: tuple[str, ...]) -> str | None:
    """The class that positive dimensions make; None while exploitation is not positive."""
    deceived, coerced, exploited, held = (
        code in positive for code in (DECEPTION, COERCED, EXPLOITATION, COERCION)
    )
    if not exploited:
        return None
    if held and (deceived or coerced):
        return "trafficking"
    # The source names no class for these two: work under coercion whose recruitment is not
    # clear, and coerced recruitment without coercion at work. Neither is exploitation alone.
    if held or coerced:
        return "exploitation_with_coercion"
    return "deception_and_exploitation" if deceived else "labour_rights"


def _child_class(positive: tuple[str, ...], present: list[Sign], facts: Facts) -> str | None:
    """Means are not required for a child (Protocol, article 3(c)): act and exploitation are.

    A present sign of recruitment shows that the child was recruited.
    """
    if EXPLOITATION not in positive:
        return None
    recruited = any(sign.dimension in RECRUITMENT for sign in present)
    return "child_trafficking" if facts.acts or recruited else "child_exploitation"


def _reasons(facts: Facts, signs: list[Sign]) -> tuple[Reason, ...]:
    return tuple(Reason(sign.code, sign.dimension, facts.marks[sign.code]) for sign in signs)


def _unknown(facts: Facts, signs: Indicators) -> tuple[str, ...]:
    listed = (sign.code for sign in signs.listed(facts.route))
    return tuple(code for code in listed if facts.marks.get(code, "unknown") == "unknown")
