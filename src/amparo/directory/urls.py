from django.urls import path

from amparo.directory import views
from amparo.directory.imports import views as imports

app_name = "directory"
urlpatterns = [
    path("", views.service_list, name="list"),
    path("ours/", views.ours, name="ours"),
    path("import/", imports.overview, name="imports"),
    path("import/export/<slug:shape>/", imports.export, name="export"),
    path("import/<uuid:imported>/", imports.batch, name="import_batch"),
    path("import/<uuid:imported>/columns/", imports.columns, name="import_columns"),
    path("import/<uuid:imported>/duplicates/", imports.duplicates, name="import_duplicates"),
    path("import/<uuid:imported>/all/", imports.every_duplicate, name="import_every"),
    path("import/<uuid:imported>/rows-to-mend.csv", imports.faults, name="import_faults"),
    path("import/<uuid:imported>/undo/", imports.undo, name="import_undo"),
    path("import/<uuid:imported>/<slug:step>/", imports.step, name="import_step"),
    path("<slug:slug>/", views.detail, name="detail"),
    path("<slug:slug>/places/", views.places, name="places"),
    path("<slug:slug>/count/", views.count, name="count"),
]
