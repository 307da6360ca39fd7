from django.urls import path

from amparo.cases.pages.views import addresses
from amparo.support import presenters, views
from amparo.support.deeds import PAGE

app_name = "support"
urlpatterns = [
    *addresses(PAGE, presenters.page),
    path("<str:reference>/health/", views.health, name="health"),
    path("<str:reference>/health/add/", views.add, name="add_health"),
]
