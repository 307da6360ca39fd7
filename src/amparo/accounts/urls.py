"""Of allauth's pages only those that a closed sign-up needs: nobody changes an address alone."""

from allauth.account import views as account
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as keys
from django.urls import path
from django.views.generic import RedirectView

from amparo.accounts import views
from amparo.accounts.sign_on import views as sign_on

to_own = RedirectView.as_view(pattern_name="account_own")

urlpatterns = [
    path("", views.own, name="account_own"),
    path("login/", account.login, name="account_login"),
    path("logout/", views.leave, name="account_logout"),
    path("signed-out/", views.signed_out, name="account_signed_out"),
    path("signup/", account.signup, name="account_signup"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/", account.password_change, name="account_change_password"),
    path("password/set/", account.password_set, name="account_set_password"),
    path("sessions/end/", views.end_other_sessions, name="account_end_others"),
    path("lock/", views.lock, name="account_lock"),
    path("still-here/", views.still_here, name="account_still_here"),
    path("kept/", views.kept, name="account_kept"),
    path("key-needed/", views.key_needed, name="account_key_needed"),
    path("sign-on/<slug:code>/", sign_on.begin, name="account_sign_on"),
    path("sign-on/<slug:code>/return/", sign_on.come_back, name="account_sign_on_return"),
    path("links/add/", sign_on.confirm, name="account_link"),
    path("links/<int:pk>/remove/", sign_on.part, name="account_unlink"),
    path("second-factor/choose/", views.choose_factor, name="account_choose_factor"),
    path("second-factor/", to_own, name="mfa_index"),
    path("second-factor/authenticate/", factor.authenticate, name="mfa_authenticate"),
    path("second-factor/reauthenticate/", factor.reauthenticate, name="mfa_reauthenticate"),
    path("second-factor/app/add/", app.activate_totp, name="mfa_activate_totp"),
    path("second-factor/app/remove/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("second-factor/codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("second-factor/codes/new/", codes.generate_recovery_codes,
         name="mfa_generate_recovery_codes"),
    path("second-factor/keys/", to_own, name="mfa_list_webauthn"),
    path("second-factor/keys/add/", keys.add_webauthn, name="mfa_add_webauthn"),
    path("second-factor/keys/login/", keys.login_webauthn, name="mfa_login_webauthn"),
    path("second-factor/keys/reauthenticate/", keys.reauthenticate_webauthn,
         name="mfa_reauthenticate_webauthn"),
    path("second-factor/keys/<int:pk>/remove/", keys.remove_webauthn, name="mfa_remove_webauthn"),
    path("second-factor/keys/<int:pk>/edit/", keys.edit_webauthn, name="mfa_edit_webauthn"),
]  # fmt: skip
