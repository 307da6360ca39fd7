from amparo.cases.machine import State
from support.cast import Cast
from support.files import fresh, placed, received


def test_a_report_becomes_an_accepted_place(cast: Cast) -> None:
    case = received(cast)
    placed(cast, case)
    case = fresh(case)
    assert (case.identification, case.support) == (State.RECEIVED, State.PLACED)
