"""The pages of this room alone, wherever the product mounts them."""

from django.urls import include, path
from django.views.i18n import set_language

urlpatterns = [
    path("language/", set_language, name="set_language"),
    path("design/", include("amparo.design.urls")),
]
