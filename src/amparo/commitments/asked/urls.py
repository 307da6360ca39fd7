from django.urls import path

from amparo.commitments.asked import views

urlpatterns = [
    path("asked/", views.asked, name="asked"),
    path("asked/sheet/", views.sheet, name="asked_sheet"),
]
