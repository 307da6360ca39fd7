from django.urls import path

from amparo.justice import views

app_name = "justice"
urlpatterns = [
    path("", views.dossiers, name="dossiers"),
    path("<str:reference>/", views.dossier, name="dossier"),
]
