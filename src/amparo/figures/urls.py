from django.urls import path

from amparo.figures import views

app_name = "figures"
urlpatterns = [
    path("", views.table, name="table"),
    path("figures.csv", views.as_file, name="csv"),
    path("non-punishment.csv", views.allegations_as_file, name="non_punishment_csv"),
]
