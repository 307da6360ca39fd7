from django.urls import path

from amparo.administration.views import accounts, places, units

app_name = "administration"
urlpatterns = [
    path("", accounts.people, name="people"),
    path("invite/", accounts.invite, name="invite"),
    path("units/", units.unit_list, name="units"),
    path("units/new/", units.new_unit, name="new_unit"),
    path("organisations/new/", units.new_organisation, name="new_organisation"),
    path("<uuid:user>/", accounts.person, name="person"),
    path("<uuid:user>/reset/", accounts.reset, name="reset"),
    path("<uuid:user>/close/", accounts.close, name="close"),
    path("<uuid:user>/confirm/", accounts.confirm, name="confirm"),
    path("<uuid:user>/place/", places.give, name="place"),
    path("<uuid:user>/place/<uuid:place>/end/", places.end, name="end_place"),
]
