"""The models of this part, gathered where Django looks for them."""

from samspel.participants.employers.contact import EmployerContact
from samspel.participants.employers.contact_note import ContactNote
from samspel.participants.employers.employer import Employer, EmployerKind
from samspel.participants.employers.task import Task
from samspel.participants.employers.work_kind import WorkKind

__all__ = ["ContactNote", "Employer", "EmployerContact", "EmployerKind", "Task", "WorkKind"]
