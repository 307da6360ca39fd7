"""What in a database would be half of an acceptance: each query names the rows at odds."""

from typing import LiteralString

import psycopg

QUERIES: dict[str, LiteralString] = {
    "accepted, or its status row, without the other": """
        SELECT offer.id FROM referrals_offer AS offer
        WHERE (offer.state = 'accepted')
           <> (1 = (SELECT count(*) FROM referrals_offerstatus AS step
                    WHERE step.offer_id = offer.id AND step.state = 'accepted'))""",
    "accepted, or its row in the log, without the other": """
        SELECT offer.id FROM referrals_offer AS offer
        WHERE (offer.state = 'accepted')
           <> (1 = (SELECT count(*) FROM audit_entry AS entry
                    WHERE entry.object_id = offer.id AND entry.action = 'offer: accepted'))""",
    "accepted, or the file shared, without the other": """
        SELECT offer.id FROM referrals_offer AS offer
        WHERE (offer.state = 'accepted')
           <> (2 = (SELECT count(*) FROM access_grant AS given
                    WHERE given.case_id = offer.case_id AND given.unit_id = offer.unit_id))""",
    "answered without a time, or the reverse": """
        SELECT id FROM referrals_offer WHERE (state = 'offered') <> (answered_at IS NULL)""",
    "a need met without a place, or the reverse": """
        SELECT need.id FROM referrals_need AS need
        WHERE (need.met_at IS NOT NULL)
           <> EXISTS (SELECT FROM referrals_offer AS offer
                      WHERE offer.need_id = need.id AND offer.state = 'accepted')""",
    "still a question though the need is met, or the reverse": """
        SELECT offer.id FROM referrals_offer AS offer
        JOIN referrals_need AS need ON need.id = offer.need_id
        WHERE (offer.state = 'offered') <> (need.met_at IS NULL)""",
    "places that do not add up": """
        SELECT service.id FROM directory_service AS service
        WHERE service.places_total - service.places_free
           <> (SELECT count(*) FROM referrals_offer AS offer
               WHERE offer.service_id = service.id AND offer.state = 'accepted')""",
    "a file placed without a place, or the reverse": """
        SELECT file.id FROM cases_case AS file
        WHERE (file.support = 'placed')
           <> EXISTS (SELECT FROM referrals_offer AS offer
                      WHERE offer.case_id = file.id AND offer.state = 'accepted')""",
    "a file placed without its status row, or the reverse": """
        SELECT file.id FROM cases_case AS file
        WHERE (file.support = 'placed')
           <> EXISTS (SELECT FROM cases_status AS step
                      WHERE step.case_id = file.id AND step.state = 'placed')""",
    "figures that do not count the places": """
        SELECT 1
        WHERE (SELECT count(*) FROM figures_fact WHERE minutes_to_place IS NOT NULL)
           <> (SELECT count(*) FROM cases_case WHERE support = 'placed')""",
}


def halves(connection: psycopg.Connection) -> list[str]:
    """What is at odds with what, in words; nothing in a database that is whole."""
    return [
        f"{what}: {row[0]}"
        for what, query in QUERIES.items()
        for row in connection.execute(query).fetchall()
    ]
