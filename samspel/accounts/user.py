"""A person who signs in: with an e-mail address, a password and a second factor."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from samspel.accounts.roles import WHO_MAY, Act


class UserManager(BaseUserManager["User"]):
    """Makes users; addresses are compared without regard to case."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Make and save a user; without a password the user cannot sign in with one."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").strip().lower())


class User(AbstractBaseUser):
    """Someone with an account. What they may see follows from their memberships."""

    email = models.EmailField(
        _("e-mail address"),
        max_length=254,
        unique=True,
        error_messages={"unique": _("There is already an account with this address.")},
    )
    name = models.CharField(_("name"), max_length=120)
    is_active = models.BooleanField(_("may sign in"), default=True)
    is_administrator = models.BooleanField(_("administrator"), default=False)
    language = models.CharField(
        _("language"), max_length=2, choices=[("sv", "Svenska"), ("en", "English")], default="sv"
    )
    access_revision = models.PositiveIntegerField(default=0, editable=False)
    """Grows when the person's roles or sign-in methods change; what sessions keep is void then."""
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        ordering = ("name", "pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")),
                name="user_email_is_in_lower_case",
                violation_error_message=_("Write the address in lower case."),
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """The name as shown to others."""
        return self.name

    def holds_a_role_that_may(self, act: Act) -> bool:
        """Whether a current membership, of whatever team, lets the person do ``act``."""
        held = self.memberships.filter(ended_on=None, role__in=WHO_MAY[act])
        return held.exists()

    def is_administrator_in_store(self) -> bool:
        """Whether the saved account is an administrator, whatever this copy says."""
        return User.objects.filter(pk=self.pk, is_administrator=True).exists()

    def access_changed(self) -> None:
        """Mark that roles or sign-in methods changed: what sessions remember of them is void."""
        User.objects.filter(pk=self.pk).update(access_revision=F("access_revision") + 1)

    def keep_language(self, language: str) -> None:
        """Remember the language for mails and for the next browser; unknown ones are ignored."""
        if language in dict(settings.LANGUAGES) and language != self.language:
            self.language = language
            self.save(update_fields=["language"])
