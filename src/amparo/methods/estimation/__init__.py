"""How many victims of trafficking nobody detected: multiple systems estimation from several lists.

Begin with a table of capture histories (`table.Table`, or `reading.read` for a file) and ask a
method: `selection.rank` (all log-linear models by a criterion), `stepwise.path` (pairs at a
threshold), `graphs.average` (decomposable graphs), `bounds.chao_by_list` ("at least"),
`bootstrap.bca` (an interval). Each answers with a result or with `refusals.CannotEstimate`, which
says why there is no number. Without Django; numba is loaded by the first fit. What each method
assumes, and its sources, stand in docs/reference/estimation.md.
"""
