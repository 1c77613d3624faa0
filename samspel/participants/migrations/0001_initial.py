import django.db.models.deletion
import samspel.participants.identity
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('organisation', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Participant',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('reference', models.CharField(max_length=64, verbose_name='reference')),
                ('given_name', models.CharField(blank=True, max_length=80, verbose_name='given name')),
                ('family_name', models.CharField(blank=True, max_length=80, verbose_name='family name')),
                ('identity_number', models.CharField(blank=True, max_length=12, validators=[samspel.participants.identity.validate_identity_number], verbose_name='personal identity number')),
                ('gender', models.CharField(blank=True, choices=[('woman', 'woman'), ('man', 'man'), ('other', 'other')], max_length=10, verbose_name='gender')),
                ('birth_date', models.DateField(blank=True, null=True, verbose_name='date of birth')),
                ('protection', models.CharField(choices=[('none', 'none'), ('marked', 'confidentiality marking'), ('registered', 'protected population registration')], default='none', max_length=12, verbose_name='protected identity')),
                ('sort_key', models.CharField(blank=True, editable=False, max_length=330)),
                ('search_key', models.CharField(blank=True, editable=False, max_length=170)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('named_staff', models.ManyToManyField(blank=True, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='staff who may open the case')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='participants', to='organisation.team', verbose_name='team')),
            ],
            options={
                'ordering': ('sort_key', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('team', 'reference'), name='participant_reference_is_unique_in_team', violation_error_message='The team already has a person with this reference.'), models.UniqueConstraint(condition=models.Q(('identity_number', ''), _negated=True), fields=('team', 'identity_number'), name='participant_identity_number_is_unique_in_team', violation_error_message='The team already has a person with this identity number.'), models.CheckConstraint(condition=models.Q(('identity_number', ''), ('identity_number__regex', '^[0-9]{12}$'), _connector='OR'), name='participant_identity_number_has_twelve_digits', violation_error_message='An identity number has twelve digits.')],
            },
        ),
        migrations.CreateModel(
            name='Episode',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('case_number', models.CharField(max_length=64, verbose_name='case number')),
                ('referred_by', models.CharField(blank=True, max_length=40, verbose_name='referrer')),
                ('income_source', models.CharField(blank=True, choices=[('social_assistance', 'Social assistance'), ('social_insurance', 'Social insurance'), ('unemployment', 'Unemployment benefit'), ('salary', 'Salary'), ('student_aid', 'Student aid'), ('none', 'No income'), ('other', 'Other income')], max_length=40, verbose_name='income source')),
                ('study_visit_on', models.DateField(blank=True, null=True, verbose_name='study visit')),
                ('referred_on', models.DateField(blank=True, null=True, verbose_name='referred')),
                ('enrolled_on', models.DateField(blank=True, null=True, verbose_name='enrolled')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='closed')),
                ('withdrawn_on', models.DateField(blank=True, null=True, verbose_name='withdrawn')),
                ('outcome', models.CharField(blank=True, choices=[('work', 'Work'), ('studies', 'Studies'), ('other_rehabilitation', 'Other work-oriented rehabilitation'), ('medical_rehabilitation', 'Back to medical rehabilitation'), ('sickness_compensation', 'Sickness compensation'), ('parental_leave', 'Parental leave'), ('moved', 'Moved'), ('other', 'Other outcome'), ('dropout', 'Early dropout')], max_length=40, verbose_name='outcome')),
                ('public_support_months', models.DecimalField(blank=True, decimal_places=1, max_digits=5, null=True, verbose_name='months on public support before enrolment')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
                ('changed_at', models.DateTimeField(auto_now=True)),
                ('coach', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='episodes', to=settings.AUTH_USER_MODEL, verbose_name='coach')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.team', verbose_name='team')),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='episodes', to='participants.participant', verbose_name='participant')),
            ],
            options={
                'ordering': ('-referred_on', '-enrolled_on', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('team', 'case_number'), name='episode_case_number_is_unique_in_team', violation_error_message='The team already has a case with this number.'), models.CheckConstraint(condition=models.Q(models.Q(('closed_on', None), ('outcome', '')), models.Q(('closed_on__isnull', False), models.Q(('outcome', ''), _negated=True)), _connector='OR'), name='episode_has_an_outcome_exactly_when_closed', violation_error_message='A closed episode has an outcome, and only a closed one.'), models.CheckConstraint(condition=models.Q(('closed_on', None), ('enrolled_on__isnull', False), _connector='OR'), name='episode_is_enrolled_before_it_is_closed', violation_error_message='Only someone who was enrolled can be closed; from the queue one withdraws.'), models.CheckConstraint(condition=models.Q(('closed_on', None), ('closed_on__gte', models.F('enrolled_on')), _connector='OR'), name='episode_closes_on_or_after_enrolment', violation_error_message='The closing cannot be before the enrolment.'), models.CheckConstraint(condition=models.Q(('enrolled_on', None), ('referred_on', None), ('enrolled_on__gte', models.F('referred_on')), _connector='OR'), name='episode_is_enrolled_on_or_after_referral', violation_error_message='The enrolment cannot be before the referral.'), models.CheckConstraint(condition=models.Q(('withdrawn_on', None), ('referred_on', None), ('withdrawn_on__gte', models.F('referred_on')), _connector='OR'), name='episode_is_withdrawn_on_or_after_referral', violation_error_message='The withdrawal cannot be before the referral.'), models.CheckConstraint(condition=models.Q(('withdrawn_on', None), ('enrolled_on', None), _connector='OR'), name='episode_is_withdrawn_only_when_never_enrolled', violation_error_message='Someone who was enrolled does not withdraw from the queue but is closed.'), models.CheckConstraint(condition=models.Q(('study_visit_on__isnull', False), ('referred_on__isnull', False), ('enrolled_on__isnull', False), _connector='OR'), name='episode_begins_with_a_date', violation_error_message='An episode begins with a study visit, a referral or an enrolment.'), models.CheckConstraint(condition=models.Q(('public_support_months', None), ('public_support_months__gte', 0), _connector='OR'), name='episode_support_time_is_not_negative', violation_error_message='Time on public support cannot be negative.'), models.UniqueConstraint(condition=models.Q(('closed_on', None), ('withdrawn_on', None)), fields=('participant',), name='episode_is_the_only_open_one_of_the_person', violation_error_message='The person already has an open episode.')],
            },
        ),
        migrations.AddIndex(
            model_name='participant',
            index=models.Index(fields=['team', 'sort_key'], name='participant_by_name'),
        ),
        migrations.AddIndex(
            model_name='episode',
            index=models.Index(fields=['team', 'enrolled_on'], name='episode_by_enrolment'),
        ),
        migrations.AddIndex(
            model_name='episode',
            index=models.Index(fields=['coach', 'closed_on'], name='episode_by_coach'),
        ),
    ]
