"""All settings. A value that differs between places comes from the environment; nothing else does.

AMPARO_DEMO=1 is the only way to a sign-in without a second factor, and binds to loopback alone.
"""

import os
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from psycopg.conninfo import conninfo_to_dict

from amparo.vocab.country import load as load_country

PACKAGE = Path(__file__).resolve().parent.parent
ROOT = PACKAGE.parent.parent
VAR = Path(os.environ.get("AMPARO_VAR", ROOT / "var"))

DEMO = os.environ.get("AMPARO_DEMO") == "1"
DEBUG = False


def secret(name: str) -> str:
    """Read NAME, or the file named by NAME_FILE; the demonstration makes its own in var/."""
    if value := os.environ.get(name):
        return value
    if path := os.environ.get(f"{name}_FILE"):
        return Path(path).read_text().strip()
    if DEMO:
        return _made_once(VAR / f"{name.lower()}.txt")
    raise ImproperlyConfigured(f"Set {name} or {name}_FILE.")


def _made_once(path: Path) -> str:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(os.urandom(32).hex())
    return path.read_text()


LOOPBACK = ("localhost", "127.0.0.1", "::1")
# No request waits longer for the database; then the page says so, and nothing is half done.
LIMITS = {
    "statement_timeout": "60s",
    "lock_timeout": "20s",
    "idle_in_transaction_session_timeout": "300s",
}


def database(url: str, **limits: str) -> dict[str, Any]:
    parts = {key: str(value) for key, value in conninfo_to_dict(url).items()}
    names = {
        "NAME": "dbname",
        "USER": "user",
        "PASSWORD": "password",
        "HOST": "host",
        "PORT": "port",
    }
    place = {name: parts.pop(key, "") for name, key in names.items()}
    if place["HOST"] and place["HOST"][0] != "/" and place["HOST"] not in LOOPBACK:
        # Over a network: encrypted, and only with a server whose certificate is good for its name.
        parts = {"sslmode": "verify-full", "sslrootcert": "system", **parts}
    return {
        "ENGINE": "django.db.backends.postgresql",
        **place,
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            # Planning a query behind row-level security costs more than running it: plan it once.
            "server_side_binding": True,
            "prepare_threshold": 3,
            "connect_timeout": 5,
            "options": " ".join(f"-c {name}={value}" for name, value in limits.items()),
            **parts,
        },
        "CONN_HEALTH_CHECKS": True,
    }


SECRET_KEY = secret("SECRET_KEY")
ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "127.0.0.1 localhost [::1]").split()

# Two roles on one database: the web process owns no table, so that row-level security binds it.
WEB_URL = os.environ.get("DATABASE_URL", "postgresql://amparo_web@/amparo")
OWNER_URL = os.environ.get("DATABASE_OWNER_URL", WEB_URL)
DATABASES = {"default": database(WEB_URL, **LIMITS), "owner": database(OWNER_URL)}
DATABASE_ROUTERS = ["amparo.config.routers.OwnerMigrates"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

KEYS = Path(os.environ.get("AMPARO_KEYS", VAR / "keys"))
# How new values are sealed: 1 is AES-256-GCM, 2 AES-256-GCM-SIV. Both always open (vault.cipher).
SEAL_SUITE = int(os.environ.get("AMPARO_SEAL_SUITE", "1"))
KEY_PROVIDER = os.environ.get("AMPARO_KEY_PROVIDER", "amparo.vault.provider.FileKeys")
# No backup is kept longer; an epoch key is destroyed this many days after it was replaced.
BACKUP_DAYS = int(os.environ.get("AMPARO_BACKUP_DAYS", "30"))
# Where backups of the wrapped keys go, apart from the data, and how long they are kept.
WRAPPED = Path(os.environ.get("AMPARO_WRAPPED", VAR / "wrapped"))
WRAPPED_DAYS = int(os.environ.get("AMPARO_WRAPPED_DAYS", "7"))
# A role that reads every row and writes none, for ./run backup alone.
BACKUP_DATABASE = database(os.environ.get("DATABASE_BACKUP_URL", OWNER_URL))
# The log's signed heads: on another disk or machine than the database, where the log cannot follow.
AUDIT_HEADS = Path(os.environ.get("AMPARO_AUDIT_HEADS", VAR / "audit" / "heads.jsonl"))
COUNTRY = Path(os.environ.get("AMPARO_COUNTRY", PACKAGE / "demo" / "country"))
# A fault in the country's pack stops the start, with the file and the key that are wrong.
EXIT_URL = load_country(COUNTRY).exit_site

INSTALLED_APPS = [
    "amparo.config",
    "amparo.audit",
    "amparo.vault",
    "amparo.people",
    "amparo.accounts",
    "amparo.access",
    "amparo.design",
    "amparo.administration",
    "amparo.directory",
    "amparo.screening",
    "amparo.cases",
    "amparo.rights",
    "amparo.referrals",
    "amparo.support",
    "amparo.justice",
    "amparo.evidence",
    "amparo.stay",
    "amparo.events",
    "amparo.links",
    "amparo.exchange",
    "amparo.figures",
    "amparo.commitments",
    "amparo.demo",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "procrastinate.contrib.django",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "csp",
]

MIDDLEWARE = [
    "amparo.config.middleware.HeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "amparo.config.middleware.GateMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "amparo.audit.middleware.OriginMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "amparo.accounts.middleware.SessionLimitsMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "amparo.accounts.middleware.LockMiddleware",
    "amparo.accounts.middleware.SecondFactorMiddleware",
    "amparo.config.programs.ProgramsMiddleware",
    "amparo.access.middleware.ActingUserMiddleware",
]

ROOT_URLCONF = "amparo.config.urls"
WSGI_APPLICATION = "amparo.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "amparo.access.navigation.navigation",
            ]
        },
    }
]
FORM_RENDERER = "amparo.design.forms.Renderer"

# Sign-in: closed, by e-mail address, with a second factor (accounts.middleware asks for it).
AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "demo:choose" if DEMO else "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "amparo.accounts.adapters.ClosedSignUp"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_signed_out"
ACCOUNT_SESSION_REMEMBER = True  # the session ends by accounts.limits; nobody is asked
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_LOGOUT_ON_GET = False
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_PASSKEY_LOGIN_ENABLED = True
# The library counts in one process, and an office has one address: our own count is for all of
# them and per account (accounts.actions.attempts). What is left here holds back a flood.
ACCOUNT_RATE_LIMITS = {"login": "300/m/ip", "login_failed": None}
MFA_RATE_LIMITS = {"webauthn_login": "300/m/ip"}
MFA_TOTP_TOLERANCE = 1  # half a minute either way: RFC 6238, 5.2
MFA_TOTP_ISSUER = "Amparo"
MFA_RECOVERY_CODE_DIGITS = 12
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_ADAPTER = "amparo.accounts.adapters.SealedSecrets"
MFA_FORMS = {
    "authenticate": "amparo.accounts.forms.SignInCode",
    "reauthenticate": "amparo.accounts.forms.ConfirmCode",
    "activate_totp": "amparo.accounts.forms.FirstCode",
    "add_webauthn": "amparo.accounts.forms.AddKey",
    "authenticate_webauthn": "amparo.accounts.forms.SignInKey",
    "login_webauthn": "amparo.accounts.forms.PasskeyAlone",
    "reauthenticate_webauthn": "amparo.accounts.forms.ConfirmKey",
}
# How many proxies stand before us, so that a try is counted for the network it comes from.
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("AMPARO_PROXIES", "0" if DEMO else "1"))
# Which single sign-ons are believed: a TOML file (howto, administrator).
SIGN_ON = os.environ.get("AMPARO_OIDC", "")
# Whoever opens identities needs a passkey or a hardware key; a new account has days to get one.
KEY_NEAR_IDENTITY = not DEMO and os.environ.get("AMPARO_KEY_NEAR_IDENTITY") != "0"
KEY_GRACE_DAYS = int(os.environ.get("AMPARO_KEY_GRACE_DAYS", "14"))
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
# A file of hashes of leaked passwords, in their order, as published (howto, administrator).
BREACHED_PASSWORDS = os.environ.get("AMPARO_BREACHED_PASSWORDS", "")
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 15},
    },
    {"NAME": "amparo.accounts.passwords.Breached"},
    {"NAME": "amparo.accounts.passwords.AboutOneself"},
]
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR / "mail"

LANGUAGES = [("en", "English"), ("fr", "Français")]
LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "static/"
STATIC_ROOT = VAR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Attachments: received in memory alone (config.uploads), 25 MB a request, 100 MB a case.
FILE_UPLOAD_HANDLERS = ["amparo.config.uploads.MemoryOnly"]
UPLOAD_MAX = 25 * 1024**2
ATTACHED_TO_A_CASE = 100 * 1024**2
DATA_UPLOAD_MAX_NUMBER_FILES = 1
# Evidence: sealed while it comes in (evidence.receiving), so that its size costs no memory.
EVIDENCE_MAX = 1024**3
EVIDENCE_OF_A_DOSSIER = 20 * 1024**3

# Cookies and headers. Over plain HTTP (the demonstration on loopback) a Secure cookie is refused.
HTTPS = not DEMO
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
LANGUAGE_COOKIE_NAME = "__Host-language" if HTTPS else "language"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Strict"
SESSION_ENGINE = "amparo.accounts.sessions"  # how long one lasts: accounts.limits
SESSION_COOKIE_AGE = 8 * 60 * 60
CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
MESSAGE_STORAGE = "amparo.config.cookies.HostMessages"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# Not "no-referrer": browsers would then send "Origin: null" with our own forms (ADR 39).
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "object-src": [NONE],
        "style-src": [SELF],
        "script-src": [SELF],
        "connect-src": [SELF],  # the passkey's question, and the sign that somebody is here
        "img-src": [SELF, "data:"],  # Tabler draws the mark of a chosen radio so
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "report-uri": ["/policy-report/"],
    }
}

# Errors and logs carry no content (config.logs); whatever logs, logs to standard error and nowhere
# else. The demonstration, whose people do not exist, shows whole tracebacks to who develops it.
DEFAULT_EXCEPTION_REPORTER = "amparo.config.logs.BareReport"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"bare": {"()": "amparo.config.logs.Bare"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", **({} if DEMO else {"formatter": "bare"})}
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Django's own would also mail errors, and print requests.
    "loggers": {name: {"handlers": [], "propagate": True} for name in ("django", "django.server")},
}
