from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

from amparo.administration.views.welcome import welcome
from amparo.config.reports import policy_report

handler500 = "amparo.config.errors.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("language/", login_not_required(set_language), name="set_language"),
    path("policy-report/", policy_report, name="policy_report"),
    path("account/", include("amparo.accounts.urls")),
    path("", include("amparo.access.urls")),
    path("accounts/", include("amparo.administration.urls")),
    path("welcome/<uuid:user>/<str:token>/", welcome, name="account_welcome"),
    path("services/", include("amparo.directory.urls")),
    path("", include("amparo.directory.api.urls")),
    path("screenings/", include("amparo.screening.urls")),
    path("files/", include("amparo.cases.urls")),
    path("files/", include("amparo.rights.urls")),
    path("retention/", include("amparo.rights.retention_urls")),
    path("referrals/", include("amparo.referrals.urls")),
    path("files/", include("amparo.support.urls")),
    path("files/", include("amparo.stay.urls")),
    path("files/", include("amparo.events.urls")),
    path("files/", include("amparo.links.urls")),
    path("files/", include("amparo.exchange.urls")),
    path("files/", include("amparo.justice.file_urls")),
    path("exchange/", include("amparo.exchange.arrival_urls")),
    path("justice/", include("amparo.justice.urls")),
    path("evidence/", include("amparo.evidence.urls")),
    path("figures/", include("amparo.figures.urls")),
    path("commitments/", include("amparo.commitments.urls")),
    path("public/commitments/", include("amparo.commitments.reports.public_urls")),
]

if settings.DEMO:
    urlpatterns += [
        path("demo/", include("amparo.demo.urls")),
        path("design/", include("amparo.design.urls")),
    ]
