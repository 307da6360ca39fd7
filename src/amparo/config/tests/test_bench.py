"""The command that runs a measurement hands on whatever the measurement itself takes."""

from amparo.config.management.commands.bench import Command


def test_options_of_a_measurement_reach_it() -> None:
    parser = Command().create_parser("manage.py", "bench")
    found = parser.parse_args(["mutants", "vault", "--some", "300"])
    assert (found.name, found.arguments) == ("mutants", ["vault", "--some", "300"])
