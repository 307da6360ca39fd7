"""What is done about an ask. Included before the addresses of the texts, which take any word."""

from django.urls import path

from amparo.commitments.following.views import asks, evidence, register, taking

urlpatterns = [
    path("institutions/", register.institutions, name="institutions"),
    path("institutions/new/", register.new_institution, name="new_institution"),
    path("institutions/<uuid:institution>/", register.institution, name="institution"),
    path("institutions/<uuid:institution>/change/", register.change, name="change_institution"),
    path("institutions/<uuid:institution>/end/", register.end, name="end_institution"),
    path("instruments/", register.instruments, name="instruments"),
    path("instruments/<slug:instrument>/", register.instrument, name="instrument"),
    path("instruments/<slug:instrument>/bond/", register.bond, name="bond"),
    path("asks/<int:ask>/charge/", asks.charge, name="charge"),
    path("asks/<int:ask>/progress/", asks.progress, name="progress"),
    path("asks/<int:ask>/evidence/<slug:kind>/", evidence.of_ask, name="ask_evidence"),
    path("actions/", taking.listing, name="actions"),
    path("actions/new/", taking.new, name="new_action"),
    path("actions/<uuid:action>/", taking.one, name="action"),
    path("actions/<uuid:action>/change/", taking.change, name="change_action"),
    path("actions/<uuid:action>/step/", taking.step, name="step"),
    path("actions/<uuid:action>/answer/", taking.answer, name="answer"),
    path("actions/<uuid:action>/stop/", taking.stop, name="stop_answering"),
    path("actions/<uuid:action>/evidence/<slug:kind>/", evidence.of_action, name="action_evidence"),
    path("evidence/<uuid:evidence_id>/file/", evidence.file, name="evidence_file"),
    path("evidence/<uuid:evidence_id>/withdraw/", evidence.withdraw, name="withdraw_evidence"),
]
