"""What is due. Included before the addresses of the texts, which take any word."""

from django.urls import path

from amparo.commitments.due import views

urlpatterns = [
    path("due/", views.due, name="due"),
    path("due/calendar.ics", views.download, name="due_download"),
    path("due/calendar/", views.calendar, name="calendar"),
    path("due/calendar/<str:secret>/", views.feed, name="calendar_feed"),
    path("asks/<int:ask>/sent/", views.sent, name="sent"),
    path("sent/<uuid:sending>/remove/", views.unsent, name="unsent"),
]
