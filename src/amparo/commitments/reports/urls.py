from django.urls import path

from amparo.commitments.reports import views

urlpatterns = [
    path("reports/", views.overview, name="reports"),
    path("reports/new/", views.new, name="new_report"),
    path("reports/<uuid:report>/", views.report, name="report"),
    path("reports/<uuid:report>/file/<slug:shape>/", views.report_file, name="report_file"),
    path("reports/<uuid:report>/<slug:step>/", views.report_step, name="report_step"),
]
