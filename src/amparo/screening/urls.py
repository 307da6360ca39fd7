from django.urls import path

from amparo.screening import views

app_name = "screening"
urlpatterns = [
    path("", views.screenings, name="list"),
    path("start/", views.start, name="start"),
    path("danger/", views.danger, name="danger"),
    path("<uuid:pk>/", views.resume, name="resume"),
    path("<uuid:pk>/danger/", views.danger, name="danger"),
    path("<uuid:pk>/q/<slug:slug>/", views.question, name="question"),
    path("<uuid:pk>/check/", views.check, name="check"),
    path("<uuid:pk>/result/", views.result, name="result"),
    path("<uuid:pk>/discard/", views.discard, name="discard"),
]
