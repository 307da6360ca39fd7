"""An invented resolution, with what the machine cannot know of it."""

HOUSES = """The General Assembly,

Recalling its resolution 70/999 of 1 December 2015 on safe houses,

Noting with concern that houses without staff close,

1. Urges Member States to open safe houses and to staff them, in accordance with the Protocol to \
Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children;

2. Requests the Secretary-General to report to it at its eighty-first session on the houses opened;

3. Invites States and other donors to provide extrabudgetary resources for these purposes.
"""
# The same, as a careless conversion gives it: its second paragraph cut in two by a page.
CUT = HOUSES.replace(
    "report to it at its eighty-first session on the houses opened;",
    "report to it;\n\nAt its eighty-first session on the houses opened;",
)
