"""The screens of referrals, by noun: needs, desk, board."""
