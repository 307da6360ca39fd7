from django.urls import path

from amparo.demo import views

app_name = "demo"
urlpatterns = [
    path("", views.choose, name="choose"),
    path("<uuid:user>/", views.sign_in, name="sign_in"),
]
