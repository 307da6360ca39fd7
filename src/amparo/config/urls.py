from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

urlpatterns: list[URLPattern | URLResolver] = [
    path("language/", set_language, name="set_language"),
    path("account/", include("allauth.account.urls")),
    path("account/second-factor/", include("allauth.mfa.urls")),
    path("design/", include("amparo.design.urls")),
    path("", include("amparo.access.urls")),
    path("services/", include("amparo.directory.urls")),
    path("screenings/", include("amparo.screening.urls")),
    path("files/", include("amparo.cases.urls")),
    path("referrals/", include("amparo.referrals.urls")),
    path("figures/", include("amparo.figures.urls")),
    path("commitments/", include("amparo.commitments.urls")),
]

if settings.DEMO:
    urlpatterns.append(path("demo/", include("amparo.demo.urls")))
