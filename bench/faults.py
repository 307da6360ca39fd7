"""Thirty power cuts of the database and thirty of the process that writes, under eight writers."""

from system.power_cuts import run

KILLS = 30


def main() -> None:
    for database, what in ((True, "PostgreSQL"), (False, "the web process")):
        print(f"kill -9 of {what}: {run(KILLS, database=database)}")


if __name__ == "__main__":
    main()
