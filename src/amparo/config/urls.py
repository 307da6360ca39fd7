from allauth.account import views as account
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

from amparo.config.reports import policy_report

# Of allauth's pages only those that a closed sign-up needs: nobody changes an address alone.
account_urls = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("signup/", account.signup, name="account_signup"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/", account.password_change, name="account_change_password"),
    path("password/set/", account.password_set, name="account_set_password"),
]

handler500 = "amparo.config.errors.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("language/", login_not_required(set_language), name="set_language"),
    path("policy-report/", policy_report, name="policy_report"),
    path("account/", include(account_urls)),
    path("account/second-factor/", include("allauth.mfa.urls")),
    path("design/", include("amparo.design.urls")),
    path("", include("amparo.access.urls")),
    path("services/", include("amparo.directory.urls")),
    path("screenings/", include("amparo.screening.urls")),
    path("files/", include("amparo.cases.urls")),
    path("files/", include("amparo.rights.urls")),
    path("referrals/", include("amparo.referrals.urls")),
    path("figures/", include("amparo.figures.urls")),
    path("commitments/", include("amparo.commitments.urls")),
]

if settings.DEMO:
    urlpatterns.append(path("demo/", include("amparo.demo.urls")))
