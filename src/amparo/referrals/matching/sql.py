"""The rules as one statement over every service of a kind: who fits, in which order, who cannot."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from psycopg import sql

from amparo.directory.models import WEEK
from amparo.referrals.matching.facts import OF_NEED, OF_SERVICE, Asked, Kind
from amparo.referrals.matching.plain import applies, asks
from amparo.referrals.matching.rules import Condition, Key, Rules

OPERATORS: Mapping[str, sql.SQL] = {
    "in": sql.SQL("{ours} = ANY({theirs})"),
    "all_in": sql.SQL("{theirs} @> {ours}"),
    "some_in": sql.SQL("{theirs} && {ours}"),
    "among": sql.SQL("{theirs} = ANY({ours})"),
    "not_among": sql.SQL("{theirs} <> ALL({ours})"),
    "at_least": sql.SQL("{theirs} >= {ours}"),
    "below": sql.SQL("{theirs} < {ours}"),
    "true": sql.SQL("{theirs}"),
}
# The server settles the types of what is bound (ADR 21).
CASTS: Mapping[Kind, sql.SQL] = {
    Kind.TEXT: sql.SQL("{}::varchar"),
    Kind.TEXTS: sql.SQL("{}::varchar[]"),
    Kind.IDS: sql.SQL("{}::uuid[]"),
    Kind.DAY: sql.SQL("{}::date"),
    Kind.MOMENT: sql.SQL("{}::timestamptz"),
}
OF_KIND = sql.SQL("""
FROM directory_service s LEFT JOIN (
    SELECT service_id, sum(places)::int AS held FROM directory_hold
    WHERE ended_at IS NULL AND until > {now} GROUP BY service_id
) h ON h.service_id = s.id
WHERE s.kind = {kind} AND s.active
""")
# Each service is judged once; then the first that fit, the first that do not, and how many there
# are of each set of broken rules.
ALL_OF_THEM = sql.SQL("""SELECT * FROM (
WITH judged AS MATERIALIZED (
    SELECT s.id, coalesce(h.held, 0) AS held, {broken} AS broken, {keys} {of_kind}
)
(SELECT 0 AS part, id, held::bigint AS n, broken, {named} FROM judged WHERE broken = 0
    ORDER BY {named}, id LIMIT {fitting} OFFSET {start})
UNION ALL
(SELECT 1, id, held, broken, {named} FROM judged WHERE broken <> 0
    ORDER BY bit_count(broken::bit(32)), {named}, id LIMIT {others})
UNION ALL
(SELECT 2, NULL, count(*), broken, {zeros} FROM judged GROUP BY broken)
) AS told""")
BEST = sql.SQL("""
(SELECT {number} AS number, s.id {of_kind} AND {kept} AND s.id <> ALL({but}::uuid[])
    ORDER BY {keys} LIMIT {fitting})
""")
ZERO, TRUE = sql.SQL("0"), sql.SQL("true")
BROKEN = sql.SQL("CASE WHEN {spoken} AND {holds} IS NOT TRUE THEN {bit} ELSE 0 END")
EACH = sql.SQL("SELECT * FROM ({}) AS found")
COMMA, PLUS, AND, UNION = (sql.SQL(mark) for mark in (", ", " + ", " AND ", " UNION ALL "))


@dataclass(frozen=True)
class Row:
    """A service as the database judged it: how many of its places are held, which rules it breaks,
    as bits, and its place."""

    id: UUID
    held: int
    broken: int
    rank: tuple[int, ...]


@dataclass(frozen=True)
class Answer:
    """`counted`: how many services break each set of rules; none broken is the set 0."""

    fits: list[Row]
    others: list[Row]
    counted: dict[int, int]


class Statement:
    """What one need asks, with what is bound; `prefix` keeps several needs of a statement apart."""

    def __init__(self, rules: Rules, need: Asked, kind: str, prefix: str = "") -> None:
        self.rules, self.need, self.prefix = rules, need, prefix
        eve = need.day - timedelta(days=1)
        settings = need.settings
        bound = {
            "kind": kind, "now": need.moment, "time": need.moment.time(),
            "day": need.day, "day_code": WEEK[need.day.weekday()],
            "eve": eve, "eve_code": WEEK[eve.weekday()],
            "region": need.region, "near": list(need.near)[1:], "far": need.far,
            "each": list(settings.each), "family": need.family,
            "least": settings.least, "percent": settings.percent,
        }  # fmt: skip
        self.bound: dict[str, Any] = {prefix + name: value for name, value in bound.items()}
        self.names = {name: sql.Placeholder(prefix + name) for name in bound}

    def bind(self, name: str, value: object) -> sql.Placeholder:
        self.bound[self.prefix + name] = value
        return sql.Placeholder(self.prefix + name)

    def of_kind(self) -> sql.Composed:
        return OF_KIND.format(**self.names)

    def kept(self) -> sql.Composable:
        """That no rule is broken."""
        asked = [rule.holds for rule in self.rules.hard if applies(rule, self.need)]
        return AND.join(map(self._holds, asked)) if asked else TRUE

    def broken(self) -> sql.Composable:
        """The rules that are broken, each a bit by its place in the file."""
        bits, conditions = [], dict[str, sql.Composable]()
        for number, rule in enumerate(self.rules.hard):
            if not applies(rule, self.need):
                continue
            conditions[rule.code] = self._holds(rule.holds)
            spoken = [conditions[other] for other in rule.unless if other in conditions]
            bits.append(
                BROKEN.format(
                    spoken=AND.join([*spoken, TRUE]),
                    holds=conditions[rule.code],
                    bit=sql.Literal(1 << number),
                )
            )
        return PLUS.join(bits) if bits else ZERO

    def keys(self) -> list[sql.Composable]:
        return [self._key(key) if self._counts(key) else ZERO for key in self.rules.order]

    def order(self) -> list[sql.Composable]:
        """The keys that tell services apart, at last the id."""
        keys = [self._key(key) for key in self.rules.order if self._counts(key)]
        return [*keys, sql.SQL("s.id")]

    def _counts(self, key: Key) -> bool:
        return key.first is None or asks(key.first, self.need)

    def _key(self, key: Key) -> sql.Composable:
        if key.first is None:
            minus = sql.SQL("-" if key.by == "most" else "")
            return sql.SQL("{}({})").format(minus, self._theirs(key.service))
        holds = self._holds(key.first)
        return sql.SQL("CASE WHEN {} THEN 0 ELSE 1 END").format(holds)

    def _holds(self, condition: Condition) -> sql.Composable:
        theirs = self._theirs(condition.service)
        written = OPERATORS[condition.operator].format(ours=self._ours(condition), theirs=theirs)
        if not condition.empty:
            return sql.SQL("({})").format(written)
        is_list = OF_SERVICE[condition.service].kind is Kind.TEXTS
        empty = sql.SQL("cardinality({}) = 0" if is_list else "{} IS NULL").format(theirs)
        return sql.SQL("({} OR {})").format(empty, written)

    def _theirs(self, service: str) -> sql.Composable:
        return sql.SQL(OF_SERVICE[service].sql).format(**self.names)

    def _ours(self, condition: Condition) -> sql.Composable:
        if not condition.need:
            return sql.Literal(condition.number)
        said = OF_NEED[condition.need]
        value = said.read(self.need)
        name = self.bind(
            f"need_{condition.need}", list(value) if isinstance(value, tuple) else value
        )
        return CASTS[said.kind].format(name)


def judge(statement: Statement, *, fitting: int, start: int, others: int) -> Answer:
    keys = statement.keys()
    names = [sql.Identifier(f"k{number}") for number in range(len(keys))]
    written = ALL_OF_THEM.format(
        broken=statement.broken(),
        keys=COMMA.join(
            sql.SQL("{} AS {}").format(key, name) for key, name in zip(keys, names, strict=True)
        ),
        named=COMMA.join(names),
        zeros=COMMA.join(ZERO for _ in keys),
        of_kind=statement.of_kind(),
        fitting=statement.bind("fitting", fitting),
        start=statement.bind("start", start),
        others=statement.bind("others", others),
    )
    answer = Answer([], [], {})
    with connection.cursor() as cursor:
        cursor.execute(written.as_string(), statement.bound)
        for part, pk, number, broken, *rank in cursor.fetchall():
            if part == 2:
                answer.counted[broken] = number
            else:
                row = Row(pk, number, broken, tuple(rank))
                (answer.others if part else answer.fits).append(row)
    return answer


def best(statements: Iterable[tuple[Statement, list[UUID]]], fitting: int) -> list[list[UUID]]:
    """For several needs at once the first that fit, but for some; in the order of the needs."""
    parts, bound = list[sql.Composable](), dict[str, Any]()
    for number, (statement, but) in enumerate(statements):
        parts.append(
            BEST.format(
                number=sql.Literal(number),
                of_kind=statement.of_kind(),
                kept=statement.kept(),
                but=statement.bind("but", but),
                keys=COMMA.join(statement.order()),
                fitting=statement.bind("fitting", fitting),
            )
        )
        bound |= statement.bound
    found: list[list[UUID]] = [[] for _ in parts]
    if parts:
        with connection.cursor() as cursor:
            cursor.execute(EACH.format(UNION.join(parts)).as_string(), bound)
            for number, pk in cursor.fetchall():
                found[number].append(pk)
    return found
