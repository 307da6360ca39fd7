from django.urls import path

from amparo.directory.views import locations, services

app_name = "directory"
urlpatterns = [
    path("", services.service_list, name="list"),
    path("ours/", services.ours, name="ours"),
    path("<slug:slug>/", services.detail, name="detail"),
    path("<slug:slug>/places/", services.places, name="places"),
    path("<slug:slug>/count/", services.count, name="count"),
    path("<slug:slug>/where/", locations.where, name="where"),
    path("<slug:slug>/where/<uuid:place>/tell/", locations.tell, name="tell"),
    path("<slug:slug>/where/<uuid:place>/open/", locations.opened, name="open_place"),
    path("<slug:slug>/where/<uuid:place>/remove/", locations.remove, name="remove_place"),
]
