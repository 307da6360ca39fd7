from django.urls import path

from amparo.directory.imports import views as imports
from amparo.directory.views import locations, services

app_name = "directory"
urlpatterns = [
    path("", services.service_list, name="list"),
    path("ours/", services.ours, name="ours"),
    path("import/", imports.overview, name="imports"),
    path("import/export/<slug:shape>/", imports.export, name="export"),
    path("import/<uuid:imported>/", imports.batch, name="import_batch"),
    path("import/<uuid:imported>/columns/", imports.columns, name="import_columns"),
    path("import/<uuid:imported>/duplicates/", imports.duplicates, name="import_duplicates"),
    path("import/<uuid:imported>/all/", imports.every_duplicate, name="import_every"),
    path("import/<uuid:imported>/rows-to-mend.csv", imports.faults, name="import_faults"),
    path("import/<uuid:imported>/undo/", imports.undo, name="import_undo"),
    path("import/<uuid:imported>/<slug:step>/", imports.step, name="import_step"),
    path("<slug:slug>/", services.detail, name="detail"),
    path("<slug:slug>/places/", services.places, name="places"),
    path("<slug:slug>/count/", services.count, name="count"),
    path("<slug:slug>/where/", locations.where, name="where"),
    path("<slug:slug>/where/<uuid:place>/tell/", locations.tell, name="tell"),
    path("<slug:slug>/where/<uuid:place>/open/", locations.opened, name="open_place"),
    path("<slug:slug>/where/<uuid:place>/remove/", locations.remove, name="remove_place"),
]
