from amparo.cases.machine import State
from support import files
from support.cast import Cast


def test_a_report_becomes_an_accepted_place(cast: Cast) -> None:
    case = files.received(cast)
    files.placed(cast, case)
    case = files.fresh(case)
    assert (case.identification, case.support) == (State.RECEIVED, State.PLACED)
