from django.urls import URLPattern

app_name = "stay"
urlpatterns: list[URLPattern] = []
