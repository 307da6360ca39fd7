"""Checking the whole log: the chain with its key, and the signed heads (security design, 4.2)."""

from amparo.audit import chain
from amparo.audit.queries import rows_in_chain_order


def faults_of_the_log() -> list[chain.Fault]:
    return list(chain.faults(rows_in_chain_order(), chain.secret()))
