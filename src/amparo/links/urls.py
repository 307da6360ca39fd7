from django.urls import path

from amparo.cases.pages.views import addresses
from amparo.links import presenters, views
from amparo.links.deeds import PAGE

app_name = "links"
urlpatterns = [
    path("together/new/", views.together, name="together"),
    path("<str:reference>/duplicates/", views.duplicates, name="duplicates"),
    *addresses(PAGE, presenters.page),
]
