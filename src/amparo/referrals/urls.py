from django.urls import path

from amparo.referrals.asking import views as asking
from amparo.referrals.coverage import views as coverage
from amparo.referrals.providers import views as providers
from amparo.referrals.views import board, desk, needs

app_name = "referrals"
urlpatterns = [
    path("board/", board.board, name="board"),
    path("desk/", desk.desk, name="desk"),
    path("providers/", providers.providers, name="providers"),
    path("providers/providers.csv", providers.as_file, name="providers_csv"),
    path("coverage/", coverage.coverage, name="coverage"),
    path("files/<str:reference>/need/", needs.need, name="need"),
    path("needs/<uuid:need>/", needs.place, name="place"),
    path("needs/<uuid:need>/move/", board.move, name="move"),
    path("needs/<uuid:need>/offer/<slug:slug>/", needs.offer, name="offer"),
    path("needs/<uuid:need>/wish/<slug:slug>/", needs.wish, name="wish"),
    path("offers/<uuid:offer>/recall/", needs.recall, name="recall"),
    path("offers/<uuid:offer>/accept/", desk.accept, name="accept"),
    path("offers/<uuid:offer>/hold/", desk.hold, name="hold"),
    path("offers/<uuid:offer>/release/", desk.release, name="release"),
    path("offers/<uuid:offer>/decline/", desk.decline, name="decline"),
    path("offers/<uuid:offer>/ask/", asking.ask, name="ask"),
    path("questions/<uuid:question>/answer/", asking.answer, name="answer"),
]
