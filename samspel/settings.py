"""Django's settings; everything an operator may change comes from `samspel.environment`."""

from pathlib import Path
from typing import Any

from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from samspel import environment

PACKAGE = Path(__file__).resolve().parent
SAMSPEL_HOME = environment.folder("SAMSPEL_HOME", Path.cwd() / "var")

DEBUG = environment.flag("SAMSPEL_DEBUG", default=False)
SECRET_KEY = environment.secret_key(SAMSPEL_HOME)
ALLOWED_HOSTS = environment.hosts("SAMSPEL_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = environment.origins("SAMSPEL_ORIGINS")
# Coaches and leaders must have a second factor; a demo on a laptop may do without.
SECOND_FACTOR = environment.choice("SAMSPEL_SECOND_FACTOR", "required", ("required", "optional"))
SAMSPEL_DEMO = environment.flag("SAMSPEL_DEMO", default=False)
# Every account of a demo has it, and its sign-in page tells it to everybody.
SAMSPEL_DEMO_PASSWORD = environment.text("SAMSPEL_DEMO_PASSWORD", "samspel-demo-2026")
SAMSPEL_TODAY = environment.day("SAMSPEL_TODAY", allowed=SAMSPEL_DEMO or DEBUG)
# What links in mails begin with: a mail is written where no request tells the address.
SAMSPEL_ADDRESS = environment.origin("SAMSPEL_ADDRESS", "http://localhost:8000")
BEHIND_TLS = environment.flag("SAMSPEL_TLS", default=False)
UPLOAD_LIMIT_MB = environment.number("SAMSPEL_UPLOAD_LIMIT_MB", 200, low=1, high=10_000)

INSTALLED_APPS = [
    "samspel.web",
    "samspel.exchange",
    "samspel.report",
    "samspel.report.published",
    "samspel.report.checking",
    "samspel.participants",
    "samspel.participants.person",
    "samspel.participants.day",
    "samspel.participants.flow",
    "samspel.participants.case_lists",
    "samspel.participants.closings",
    "samspel.participants.placements",
    "samspel.participants.employers",
    "samspel.participants.scores",
    "samspel.participants.tablet",
    "samspel.participants.surveys",
    "samspel.participants.ideas",
    "samspel.participants.follow_ups",
    "samspel.participants.plans",
    "samspel.participants.notes",
    "samspel.participants.trial",
    "samspel.participants.attendance",
    "samspel.participants.groups",
    "samspel.participants.consents",
    "samspel.participants.queue",
    "samspel.participants.referrals",
    "samspel.participants.visits",
    "samspel.participants.questions",
    "samspel.participants.links",
    "samspel.participants.absences",
    "samspel.budget.ledger",
    "samspel.budget",
    "samspel.personnel.methods",
    "samspel.personnel.staffing",
    "samspel.organisation.steering",
    "samspel.organisation.terms",
    "samspel.organisation.partners",
    "samspel.organisation",
    "samspel.records",
    "samspel.accounts",
    "samspel.mail",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "samspel.accounts.no_store.NoStoreMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "samspel.accounts.second_factor.SecondFactorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "samspel.urls"
WSGI_APPLICATION = "samspel.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "samspel.web.navigation.navigation",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {
    "default": environment.database(
        "SAMSPEL_DATABASE", f"sqlite:///{SAMSPEL_HOME / 'samspel.sqlite3'}", keep=60
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["CONN_MAX_AGE"] = None
    DATABASES["default"]["OPTIONS"] = {
        # A writer takes its lock at once: a deferred one fails when another got in between.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # WAL: readers never wait for the writer. NORMAL: safe against a stopped process in WAL.
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
        ),
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    # In the database: limits on signing in hold over all processes. Figures never lie here.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
        # Room enough that nobody flushes the limits by filling the table.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"
ACCOUNT_ADAPTER = "samspel.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
# Six wrong passwords for one address lock it for a quarter of an hour; so do codes.
ACCOUNT_RATE_LIMITS = {"login_failed": "20/m/ip,6/15m/key", "reset_password": "20/m/ip,5/h/key"}  # nosec B105 - limits, no password
# An unknown address gets no mail, and the page says the same for every address.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = False  # the session ends with the browser and after ten hours
ACCOUNT_LOGIN_ON_PASSWORD_RESET = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Samspel"
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {
    "add_webauthn": "samspel.accounts.passkey_forms.AddPasskeyForm",
    "edit_webauthn": "samspel.accounts.passkey_forms.RenamePasskeyForm",
}

SESSION_COOKIE_AGE = 10 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
SECURE_SSL_REDIRECT = False  # the reverse proxy does that
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_TLS else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
    }
}

LANGUAGE_CODE = environment.LANGUAGE
LANGUAGES = [("sv", _("Swedish")), ("en", _("English"))]
LOCALE_PATHS = [PACKAGE / "figures" / "locale"]
LANGUAGE_COOKIE_NAME = "language"
USE_TZ = True
TIME_ZONE = "Europe/Stockholm"

STATIC_URL = "static/"
STATIC_ROOT = SAMSPEL_HOME / "static"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": SAMSPEL_HOME / "files"},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
if DEBUG:
    STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
# Nobody else on the machine reads what is kept; the home folder is its owner's alone as well.
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

EMAIL_HOST = environment.text("SAMSPEL_SMTP_HOST", "")
# A demo without a mail server keeps its mails in a folder: printed, they would bury all else.
_MAIL_GOES_BY = "smtp" if EMAIL_HOST else "filebased" if SAMSPEL_DEMO else "console"
EMAIL_BACKEND = f"django.core.mail.backends.{_MAIL_GOES_BY}.EmailBackend"
EMAIL_FILE_PATH = SAMSPEL_HOME / "mails"
EMAIL_PORT = environment.number("SAMSPEL_SMTP_PORT", 587, low=1, high=65_535)
EMAIL_HOST_USER = environment.text("SAMSPEL_SMTP_USER", "")
EMAIL_HOST_PASSWORD = environment.text("SAMSPEL_SMTP_PASSWORD", "")
EMAIL_USE_TLS = environment.flag("SAMSPEL_SMTP_TLS", default=True)
EMAIL_TIMEOUT = 30  # seconds without an answer; without it a silent server would hold up the worker
DEFAULT_FROM_EMAIL = environment.text("SAMSPEL_MAIL_FROM", "samspel@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_paths": {"()": "samspel.pages.log_lines.WithoutPaths"}},
    "formatters": {"without_values": {"()": "samspel.pages.log_lines.WithoutValues"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "filters": ["without_paths"],
            "formatter": "without_values",
        }
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
}
