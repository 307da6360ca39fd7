"""The person of the story, whom nobody ever met; each word occurs nowhere else."""

GIVEN = "Quevantille"
FAMILY = "Ombrasquez"
SAFE_CONTACT = "Through the chandler Wexholbaren, before noon."
ACCOUNT = "She said that the skipper Prandoluk keeps her papers and made her carry the parcels."
OFFENCE = "Carried parcels for Prandoluk, as seen on the quay of Vostramel."
SEALED = (GIVEN, FAMILY, "Wexholbaren", "Prandoluk", "Vostramel")
