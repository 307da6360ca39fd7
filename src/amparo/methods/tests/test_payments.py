"""Payments as banks and offices write them: read as they are meant, or asked about."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from amparo.methods.payments import (
    Choices,
    Fault,
    Field,
    Order,
    Payment,
    Reading,
    Undecided,
    What,
    flows,
    labels,
    periods,
    read,
)

NAMES = {
    Field.DATE: ("Date", "Дата", "التاريخ", "Fecha"),
    Field.AMOUNT: ("Amount", "Montant", "Сумма", "المبلغ"),
    Field.DEBIT: ("Débit",),
    Field.CREDIT: ("Crédit",),
    Field.CURRENCY: ("Currency", "Devise"),
    Field.PAYER: ("From", "Émetteur", "Плательщик", "المرسل"),
    Field.PAYEE: ("To", "Bénéficiaire", "Получатель", "المستفيد"),
    Field.COUNTERPARTY: ("Libellé",),
}
EURO = Choices(currency="EUR")
WRITE: dict[Order, Callable[[date], str]] = {
    Order.DMY: lambda day: f"{day:%d/%m/%Y}",
    Order.MDY: lambda day: f"{day:%m/%d/%Y}",
    Order.YMD: lambda day: f"{day:%Y-%m-%d}",
}
days = st.dates(date(2000, 1, 1), date(2040, 12, 31))
sums = st.decimals(min_value=Decimal("0.01"), max_value=10**9, places=2)


def of(lines: list[str], choices: Choices = EURO, head: str = "Date;Amount;From;To") -> Reading:
    return read("\n".join([head, *lines]).encode(), NAMES, choices)


def dated(texts: list[str], order: Order | None = None) -> list[date]:
    found = of([f"{text};5,00;A;B" for text in texts], Choices(currency="EUR", order=order))
    return [row.on for row in found.payments]


def undecided(lines: list[str], choices: Choices = EURO) -> Undecided:
    with pytest.raises(Undecided) as open_:
        of(lines, choices)
    return open_.value


FRENCH = "Date;Montant;Émetteur;Bénéficiaire\n13/04/2026;1 234,50;Zoé Lefèvre;Café de l’Étoile\n"
WITH_EURO = "Date;Montant;Émetteur;Bénéficiaire\n13/04/2026;1 234,50 €;Zoé Lefèvre;Sœur Agnès\n"
RUSSIAN = "Дата;Сумма;Плательщик;Получатель\n13.04.2026;1 234,50;Иванов Пётр;Сидорова Анна\n"
ARABIC = "التاريخ;المبلغ;المرسل;المستفيد\n13/04/2026;1234.50;شركة النور;محمد علي\n"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", FRENCH), ("utf-8-sig", FRENCH), ("utf-8", ARABIC), ("utf-16", FRENCH),
        ("utf-16-le", RUSSIAN), ("utf-16-be", FRENCH), ("cp1252", FRENCH), ("cp1252", WITH_EURO),
        ("iso8859_15", WITH_EURO), ("cp1251", RUSSIAN), ("cp1256", ARABIC),
    ],
)  # fmt: skip
def test_the_encoding_is_found(encoding: str, text: str) -> None:
    found = read(text.encode(encoding), NAMES, EURO)
    payer, payee = text.splitlines()[1].split(";")[2:]
    assert [(row.payer, row.payee) for row in found.payments] == [(payer, payee)]
    assert found.payments[0].amount == Decimal("1234.50")
    assert found.payments[0].on == date(2026, 4, 13)


def test_a_big_endian_file_with_its_mark_is_read() -> None:
    found = read(b"\xfe\xff" + FRENCH.encode("utf-16-be"), NAMES, EURO)
    assert found.payments[0].payer == "Zoé Lefèvre"


def test_an_encoding_that_does_not_fit_is_asked_anew() -> None:
    with pytest.raises(Undecided) as open_:
        read(FRENCH.encode("cp1252"), NAMES, Choices(currency="EUR", encoding="utf-8-sig"))
    assert open_.value.what == What.ENCODING


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\0\0", b" \r\n\t"])
def test_an_empty_file_is_no_file_of_payments(data: bytes) -> None:
    with pytest.raises(Undecided) as open_:
        read(data, NAMES, EURO)
    assert open_.value.what == What.EMPTY


@pytest.mark.parametrize("order", Order)
@given(among=st.lists(days, min_size=1, max_size=8))
@example(among=[date(2026, 12, 31)])
def test_one_day_past_the_twelfth_decides_the_whole_column(order: Order, among: list[date]) -> None:
    assume(any(day.day > 12 for day in among))
    assert dated([WRITE[order](day) for day in among]) == among


@given(among=st.lists(days, min_size=1, max_size=8), order=st.sampled_from(Order))
def test_what_is_decided_is_what_was_written_or_it_is_asked(
    among: list[date], order: Order
) -> None:
    texts = [WRITE[order](day) for day in among]
    try:
        assert dated(texts) == among
    except Undecided as open_:
        assert open_.what == What.DATES_OPEN
        assert dated(texts, order) == among


def test_days_that_may_be_either_are_asked_with_their_lines() -> None:
    open_ = undecided(["03/04/2026;5,00;A;B", "05/05/2026;5,00;A;B", "06/07/2026;5,00;A;B"])
    assert (open_.what, open_.lines) == (What.DATES_OPEN, (2, 4))


def test_two_orders_in_one_column_are_told_by_the_lines_that_part_them() -> None:
    open_ = undecided(["31/12/2026;5,00;A;B", "01/02/2026;5,00;A;B", "12/31/2026;5,00;A;B"])
    assert (open_.what, open_.lines) == (What.DATES_MIXED, (2, 4))


def test_years_of_two_figures_are_asked_too() -> None:
    assert undecided(["05/04/03;5,00;A;B"]).what == What.DATES_OPEN
    assert undecided(["31/12/26;5,00;A;B"]).what == What.DATES_OPEN, "2031, or a 31st"
    assert dated(["31/12/45", "01/02/45"]) == [date(2045, 12, 31), date(2045, 2, 1)]
    assert dated(["05/04/03"], Order.YMD) == [date(2005, 4, 3)]


@pytest.mark.parametrize(
    "text",
    [
        "3 avril 2026", "3 Apr 2026", "April 3, 2026", "3 de abril de 2026", "20260403",
        "2026-04-03T10:20:00Z", "2026/4/3", "٢٠٢٦-٠٤-٠٣", "3. April 2026",
    ],
)  # fmt: skip
def test_a_day_with_a_name_or_its_year_first_is_plain(text: str) -> None:
    assert dated([text]) == [date(2026, 4, 3)]


@pytest.mark.parametrize(
    ("among", "meant"),
    [
        (["1.234,50", "2,00"], ["1234.50", "2.00"]),
        (["1,234.50", "1,234"], ["1234.50", "1234"]),
        (["1’234.5", "1 234"], ["1234.5", "1234"]),
        (["12,34,567.00"], ["1234567.00"]),
        (["€ 7,10", "8,20 EUR", "EUR9,30"], ["7.10", "8.20", "9.30"]),
        (["١٬٢٣٤٫٥٠"], ["1234.50"]),
        (["5", "1200"], ["5", "1200"]),
        (["1.234.567", "8"], ["1234567", "8"]),
    ],
)
def test_the_whole_column_decides_what_begins_the_decimals(
    among: list[str], meant: list[str]
) -> None:
    found = of([f'2026-04-13;"{text}";A;B' for text in among])
    assert not found.faults
    assert [row.amount for row in found.payments] == [Decimal(each) for each in meant]


@given(among=st.lists(sums, min_size=1, max_size=6), mark=st.sampled_from(",."))
def test_sums_with_two_decimals_are_never_in_doubt(among: list[Decimal], mark: str) -> None:
    other = "." if mark == "," else ","
    texts = [f"{each:,}".translate(str.maketrans(",.", other + mark)) for each in among]
    found = of([f'2026-04-13;"{text}";A;B' for text in texts])
    assert [row.amount for row in found.payments] == among


def test_one_thousand_or_one_and_a_bit_is_asked() -> None:
    lines = ["2026-04-13;1,234;A;B", "2026-04-13;5;A;B"]
    open_ = undecided(lines)
    assert (open_.what, open_.lines) == (What.DECIMALS, (2,))
    said = Choices(currency="EUR", decimal=".")
    assert of(lines, said).payments[0].amount == 1234


def test_two_marks_in_one_column_are_told_by_their_lines() -> None:
    open_ = undecided(["2026-04-13;1,50;A;B", "2026-04-13;2;A;B", "2026-04-13;1.50;A;B"])
    assert (open_.what, open_.lines) == (What.DECIMALS, (2, 4))


def test_every_bad_line_is_named_with_its_field() -> None:
    lines = [
        "2026-04-13;5,00;A;B", "2026-02-30;5,00;A;B", "2026-04-13;five;A;B",
        "2026-04-13;0,00;A;B", "2026-04-13;5,00;;B", "2026-04-13;5,00;A;", "Total;15,00;;",
        "2026-04-13;5,00 XQQ;A;B",
    ]  # fmt: skip
    found = of(lines)
    assert found.faults == (
        Fault(3, Field.DATE, "2026-02-30"), Fault(4, Field.AMOUNT, "five"),
        Fault(5, Field.AMOUNT, "0,00"), Fault(6, Field.PAYER, ""), Fault(7, Field.PAYEE, ""),
        Fault(8, Field.DATE, "Total"), Fault(9, Field.AMOUNT, "5,00 XQQ"),
    )  # fmt: skip
    assert [row.line for row in found.payments] == [2]


def test_a_cell_of_two_lines_counts_both() -> None:
    found = of(['2026-04-13;5,00;"A\nof the mill";B', "2026-04-13;none;A;B"])
    assert [fault.line for fault in found.faults] == [4]


def test_a_currency_is_a_code_or_a_sign_or_is_asked() -> None:
    assert undecided(["2026-04-13;5,00;A;B"], Choices()).what == What.CURRENCY
    assert undecided(["2026-04-13;$5.00;A;B"], Choices()).what == What.CURRENCY
    assert of(["2026-04-13;£5.00;A;B"], Choices()).payments[0].currency == "GBP"
    said = of(["2026-04-13;5.00;A;B;zzz"], EURO, "Date;Amount;From;To;Currency")
    assert said.faults == (Fault(2, Field.CURRENCY, "zzz"),)


def test_a_statement_is_of_the_account_that_is_named() -> None:
    text = "Date;Débit;Crédit;Libellé\n2026-04-13;12,50;;Shop\n2026-04-14;;7,00;Work\n".encode()
    with pytest.raises(Undecided) as open_:
        read(text, NAMES, EURO)
    assert open_.value.what == What.OWNER
    found = read(text, NAMES, Choices(currency="EUR", owner="Account 7"))
    assert [(row.payer, row.payee, row.amount) for row in found.payments] == [
        ("Account 7", "Shop", Decimal("12.50")), ("Work", "Account 7", Decimal("7.00")),
    ]  # fmt: skip


def test_a_sum_below_zero_goes_the_other_way() -> None:
    found = of(["2026-04-13;-5,00;A;B", "2026-04-13;(6,00);A;B", "2026-04-13;7,00-;A;B"])
    assert [(row.payer, row.payee, row.amount) for row in found.payments] == [
        ("B", "A", Decimal(amount)) for amount in (5, 6, 7)
    ]  # fmt: skip


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_lines_above_the_names_of_the_columns_are_passed_over(delimiter: str) -> None:
    head = ["Bank of Meridia", "Account 12, April", ""]
    lines = [delimiter.join(cells) for cells in (["Date", "Amount", "From", "To", "Currency"],
             ["2026-04-13", "5", "A", "B", "EUR"])]  # fmt: skip
    found = read("\r\n".join(head + lines).encode(), NAMES)
    assert found.payments == (Payment(5, date(2026, 4, 13), "A", "B", Decimal(5), "EUR"),)
    assert found.delimiter == delimiter


def test_columns_without_a_known_name_are_asked_and_can_be_numbered() -> None:
    text = b"When;How much;Who;Whom\n2026-04-13;5,00;A;B\n"
    with pytest.raises(Undecided) as open_:
        read(text, NAMES, EURO)
    assert open_.value.what == What.COLUMNS
    assert open_.value.fields == (Field.DATE, Field.AMOUNT, Field.PAYER, Field.PAYEE)
    numbered = {Field.DATE: 1, Field.AMOUNT: 2, Field.PAYER: 3, Field.PAYEE: 4}
    found = read(text, NAMES, Choices(currency="EUR", columns=numbered))
    assert found.payments[0].payee == "B"


@given(st.binary(max_size=400))
@example(b'Date;Amount;From;To\n2026-01-01;"5;A;B')
@example(b"\xff\xfe\x00")
def test_any_bytes_are_read_or_asked_about(data: bytes) -> None:
    try:
        found = read(data, NAMES, EURO)
    except Undecided as open_:
        assert open_.what in What
    else:
        assert found.payments or found.faults


def test_flows_are_summed_by_who_pays_whom_and_by_month() -> None:
    found = of(
        [
            "2026-04-13;5,00;DE12 3456;Mill", "2026-04-20;6,00;de123456;Mill",
            "2026-05-02;7,00;DE12 3456;Mill", "2026-05-03;100,00;Mill;House",
        ]
    ).payments  # fmt: skip
    summed = flows(found)
    assert [(flow.payer, flow.payee, flow.total, flow.payments) for flow in summed] == [
        ("Mill", "House", Decimal(100), 1), ("DE12 3456", "Mill", Decimal(18), 3),
    ]  # fmt: skip
    by_month = [(each.month, each.flow.total) for each in periods(found)]
    april, may = date(2026, 4, 1), date(2026, 5, 1)
    assert by_month == [(april, Decimal(11)), (may, Decimal(100)), (may, Decimal(7))]
    assert labels(summed) == {"Mill": "A", "House": "B", "DE12 3456": "C"}


@given(st.lists(st.tuples(days, st.sampled_from("ABC"), st.sampled_from("XYZ"), sums), max_size=12))
def test_nothing_is_lost_in_a_sum(rows: list[tuple[date, str, str, Decimal]]) -> None:
    paid = [Payment(n, on, a, b, amount, "EUR") for n, (on, a, b, amount) in enumerate(rows)]
    total = sum((row.amount for row in paid), Decimal(0))
    assert sum((flow.total for flow in flows(paid)), Decimal(0)) == total
    assert sum((each.flow.total for each in periods(paid)), Decimal(0)) == total
