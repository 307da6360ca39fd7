from django.urls import path

from amparo.directory import views

app_name = "directory"
urlpatterns = [
    path("", views.service_list, name="list"),
    path("ours/", views.ours, name="ours"),
    path("<slug:slug>/", views.detail, name="detail"),
    path("<slug:slug>/places/", views.places, name="places"),
    path("<slug:slug>/count/", views.count, name="count"),
]
