from django.urls import path

from amparo.cases.attachments import views as attachments
from amparo.cases.calendars import views as calendars
from amparo.cases.child import deeds as child
from amparo.cases.child import presenters as child_content
from amparo.cases.clocks import views as clocks
from amparo.cases.consents import views as consents
from amparo.cases.decisions import views as deciding
from amparo.cases.decisions.notices import views as telling
from amparo.cases.finding import views as finding
from amparo.cases.notices import views as notices
from amparo.cases.notifications import views as notifications
from amparo.cases.pages.views import addresses
from amparo.cases.questions import views as questions
from amparo.cases.queues import views as queues
from amparo.cases.signals import views as signals
from amparo.cases.views import closings, decisions, files, glass, measures, sealed, shares, steps

app_name = "cases"
urlpatterns = [
    path("", files.case_list, name="list"),
    path("signal/", signals.note, name="signal"),
    path("due/", clocks.due_list, name="due"),
    path("queue/", queues.queue, name="queue"),
    path("queue/undo/<uuid:batch>/", queues.undo, name="undo_assigning"),
    path("notices/", notices.notices, name="notices"),
    path("calendar/", calendars.calendar, name="calendar"),
    path("calendar/<str:secret>/", calendars.feed, name="calendar_feed"),
    path("find/", finding.find_person, name="find"),
    path("new/<uuid:screening>/", files.open_new, name="open"),
    path("notifications/", notifications.received, name="notifications"),
    path("emergency/", glass.emergency, name="emergency"),
    path("emergencies/", glass.emergency_list, name="emergencies"),
    path("emergencies/<uuid:glass>/", glass.review, name="review"),
    path("<str:reference>/", files.detail, name="detail"),
    *addresses(child.PAGE, child_content.page),
    path("<str:reference>/carrier/", queues.carrier, name="carrier"),
    path("<str:reference>/screen/", signals.screen, name="screen"),
    path("<str:reference>/consent/", consents.consent, name="consent"),
    path("<str:reference>/ground/", consents.ground, name="ground"),
    path("<str:reference>/consent/<uuid:consent>/end/", consents.withdraw, name="end_consent"),
    path("<str:reference>/consent/<uuid:consent>/narrow/", consents.narrow, name="narrow_consent"),
    path("<str:reference>/ground/<uuid:ground>/end/", consents.end_ground, name="end_ground"),
    path("<str:reference>/holders/", consents.who_holds, name="holders"),
    path("<str:reference>/sharing/", shares.share_list, name="sharing"),
    path("<str:reference>/sharing/<uuid:unit>/end/", shares.end, name="end_share"),
    path("<str:reference>/refer/", decisions.refer, name="refer"),
    path("<str:reference>/end/", decisions.end, name="end"),
    path("<str:reference>/receive/", decisions.receive, name="receive"),
    path("<str:reference>/share/", decisions.share_again, name="share_again"),
    path("<str:reference>/decide/", deciding.decide, name="decide"),
    path("<str:reference>/reconsider/", deciding.reconsider, name="reconsider"),
    path("<str:reference>/notice/", telling.notice, name="notice"),
    path("<str:reference>/notice/told/", telling.told, name="told"),
    path("<str:reference>/withdraw/", decisions.withdraw, name="withdraw"),
    path("<str:reference>/close/", closings.close, name="close"),
    path("<str:reference>/reopen/", closings.reopen, name="reopen"),
    path("<str:reference>/clocks/<slug:rule>/extend/", clocks.extend, name="extend"),
    path("<str:reference>/steps/<slug:track>/", steps.take, name="step"),
    path("<str:reference>/identity/", sealed.identity, name="identity"),
    path("<str:reference>/identity/correct/", sealed.correct, name="correct"),
    path("<str:reference>/accounts/", sealed.accounts, name="accounts"),
    path("<str:reference>/accounts/add/", sealed.add, name="add_account"),
    path("<str:reference>/attachments/", attachments.listing, name="attachments"),
    path("<str:reference>/attachments/add/", attachments.add, name="attach"),
    path(
        "<str:reference>/attachments/<uuid:attachment>/<slug:copy>/",
        attachments.download,
        name="download",
    ),
    path("<str:reference>/measures/<slug:kind>/", measures.measure, name="measure"),
    path("<str:reference>/questions/", questions.questions, name="questions"),
]
