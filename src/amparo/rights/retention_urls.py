from django.urls import path

from amparo.rights.views.retention import retention

app_name = "retention"
urlpatterns = [path("", retention, name="list")]
