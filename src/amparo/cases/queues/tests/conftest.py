from amparo.cases.tests.conftest import case

__all__ = ["case"]
