"""What everybody may read without signing in."""

from django.urls import path

from amparo.commitments.reports import views

app_name = "public_commitments"
urlpatterns = [
    path("", views.public, name="list"),
    path("<uuid:report>/", views.public_report, name="report"),
    path("<uuid:report>/file/<slug:shape>/", views.public_file, name="file"),
]
