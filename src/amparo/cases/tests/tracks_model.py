"""The tracks once more, written out by hand from the referral mechanism (B3), to compare with."""

from dataclasses import dataclass, field

from amparo.cases.actions.closings import propose_closing, propose_reopening
from amparo.cases.machine import Track

I, S, J, R = Track  # noqa: E741  as the reference letters its tracks
OPENERS, BUREAU, PANEL = (
    ("first_responder", "manager_a", "coordinator"),
    ("coordinator",),
    ("panel",),
)
CLOSERS = ("manager_a", "coordinator")
PAUSED_FROM = (
    "referred", "received", "more_information", "reflection", "first_challenged",
    "final_challenged",
)  # fmt: skip
HELPED = ("placed", "assessed", "planned", "in_course", "inclusion")
LEAVING = ("return_wished", "return_assessed", "return_decided")


def arrows(
    track: str, to: str, actors: tuple[str, ...], *sources: str
) -> dict[tuple[str, str, str], tuple[str, ...]]:
    return {(track, source, to): actors for source in sources}


# (track, from, to): by whom. What is not here is forbidden to everybody. To close and to reopen
# takes a second person too, who may be of any of the OPENERS.
ARROWS: dict[tuple[str, str, str], tuple[str, ...]] = {
    **arrows(I, "screened", OPENERS, "signal"),
    **arrows(I, "consent_asked", OPENERS, "screened"),
    **arrows(I, "referred", OPENERS, "screened", "consent_asked", "reopened"),
    **arrows(I, "notified", OPENERS, "screened", "consent_asked"),
    **arrows(I, "not_referred", OPENERS, "signal", "screened", "consent_asked"),
    **arrows(I, "received", BUREAU, "referred"),
    **arrows(I, "received", OPENERS, "more_information"),
    **arrows(I, "more_information", (*BUREAU, *PANEL), "received"),
    **arrows(I, "presumed", PANEL, "received", "first_challenged"),
    **arrows(I, "not_presumed", PANEL, "received", "first_challenged"),
    **arrows(I, "reflection", PANEL, "presumed"),
    **arrows(I, "confirmed", PANEL, "reflection", "final_challenged"),
    **arrows(I, "not_confirmed", PANEL, "reflection", "final_challenged"),
    **arrows(I, "first_challenged", OPENERS, "not_presumed"),
    **arrows(I, "final_challenged", OPENERS, "not_confirmed"),
    **arrows(I, "suspended", PANEL, *PAUSED_FROM),
    **{(I, "suspended", state): PANEL for state in PAUSED_FROM},
    **arrows(
        I, "withdrawn", OPENERS, "screened", "consent_asked", "presumed", "suspended", "reopened",
        *PAUSED_FROM,
    ),
    **arrows(
        I, "closed", CLOSERS, "notified", "not_referred", "not_presumed", "confirmed",
        "not_confirmed", "withdrawn", "suspended", "reopened",
    ),
    **arrows(I, "reopened", CLOSERS, "closed"),
    **arrows(S, "sought", OPENERS, "", *HELPED, "ended"),
    **arrows(S, "placed", ("provider",), "sought"),
    **arrows(S, "assessed", OPENERS, "", "sought", "placed", "planned", "in_course", "inclusion"),
    **arrows(S, "planned", OPENERS, "assessed"),
    **arrows(S, "in_course", OPENERS, "planned"),
    **arrows(S, "inclusion", OPENERS, "in_course"),
    **arrows(S, "ended", CLOSERS, "sought", *HELPED),
    **arrows(J, "reported", OPENERS, "", "final"),
    **arrows(J, "investigated", OPENERS, "reported", "dropped"),
    **arrows(J, "prosecuted", OPENERS, "investigated", "dropped"),
    **arrows(J, "dropped", OPENERS, "reported", "investigated", "charged"),
    **arrows(J, "charged", OPENERS, "prosecuted"),
    **arrows(J, "hearing", OPENERS, "charged", "appealed"),
    **arrows(J, "judged", OPENERS, "hearing"),
    **arrows(J, "appealed", OPENERS, "judged"),
    **arrows(J, "final", OPENERS, "dropped", "judged", "appealed"),
    **arrows(R, "national", OPENERS, "", *LEAVING),
    **arrows(R, "reflection_stay", OPENERS, "", "national", *LEAVING),
    **arrows(
        R, "permit", OPENERS, "", "national", "reflection_stay", *LEAVING, "monitored"
    ),
    **arrows(R, "return_wished", OPENERS, "", "national", "reflection_stay", "permit"),
    **arrows(R, "return_assessed", OPENERS, "return_wished"),
    **arrows(R, "return_decided", OPENERS, "return_assessed"),
    **arrows(R, "travelled", OPENERS, "return_decided"),
    **arrows(R, "arrived", OPENERS, "travelled"),
    **arrows(R, "monitored", OPENERS, "arrived"),
    **arrows(
        R, "transferred", OPENERS, "", "national", "reflection_stay", "permit", "arrived"
    ),
}  # fmt: skip
ACTORS = (*OPENERS, "panel", "provider")
OPENINGS = {(I, "", "signal"), (I, "", "screened")}
TWO = {"closed": propose_closing, "reopened": propose_reopening}

Try = tuple[str, str, str]  # track, state, actor


@dataclass
class Model:
    """The plain reference: where the case stands, and the way it came."""

    at: dict[str, str] = field(default_factory=lambda: {I: "screened", S: "", J: "", R: ""})
    way: dict[str, list[str]] = field(
        default_factory=lambda: {I: ["screened"], S: [], J: [], R: []}
    )

    def allows(self, track: str, state: str, actor: str) -> bool:
        at = self.at[track]
        if at == "suspended" and state in PAUSED_FROM and state != self.way[track][-2]:
            return False  # it goes on where it was suspended, and nowhere else
        return actor in ARROWS.get((track, at, state), ())

    def go(self, track: str, state: str) -> None:
        self.at[track] = state
        self.way[track].append(state)
        if state == "closed" and (S, self.at[S], "ended") in ARROWS:
            self.go(S, "ended")
