from amparo.commitments.following.tests.conftest import ask, keeper

__all__ = ["ask", "keeper"]
