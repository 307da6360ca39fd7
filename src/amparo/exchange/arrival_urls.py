from django.urls import path

from amparo.exchange import views

app_name = "arrivals"
urlpatterns = [
    path("", views.arrive, name="arrive"),
    path("<uuid:batch>/", views.batch, name="batch"),
]
