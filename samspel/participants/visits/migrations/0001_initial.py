import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('links', '0001_initial'),
        ('organisation', '0003_casework_settings'),
        ('participants', '0003_trial_periods'),
    ]

    operations = [
        migrations.CreateModel(
            name='StandingTime',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('weekday', models.PositiveSmallIntegerField(choices=[(0, 'Monday'), (1, 'Tuesday'), (2, 'Wednesday'), (3, 'Thursday'), (4, 'Friday'), (5, 'Saturday'), (6, 'Sunday')], verbose_name='weekday')),
                ('at', models.TimeField(verbose_name='time')),
                ('every_weeks', models.PositiveSmallIntegerField(default=1, verbose_name='every so many weeks')),
                ('first_on', models.DateField(verbose_name='first day')),
                ('last_on', models.DateField(blank=True, null=True, verbose_name='last day')),
                ('places', models.PositiveSmallIntegerField(default=1, verbose_name='places')),
                ('place', models.CharField(blank=True, max_length=120, verbose_name='where')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='standing_times', to='organisation.team')),
            ],
            options={
                'ordering': ('weekday', 'at', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('weekday__lte', 6)), name='standing_time_is_on_a_weekday', violation_error_message='Choose a day of the week.'), models.CheckConstraint(condition=models.Q(('every_weeks__gte', 1), ('every_weeks__lte', 8)), name='standing_time_comes_every_one_to_eight_weeks', violation_error_message='Write how many weeks there are between: 1 to 8.'), models.CheckConstraint(condition=models.Q(('places__gte', 1)), name='standing_time_has_a_place_at_least', violation_error_message='There must be one place at least.'), models.CheckConstraint(condition=models.Q(('last_on', None), ('last_on__gte', models.F('first_on')), _connector='OR'), name='standing_time_ends_on_or_after_its_first_day', violation_error_message='The last day cannot be before the first.')],
            },
        ),
        migrations.CreateModel(
            name='CancelledTime',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(verbose_name='day')),
                ('standing_time', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='cancelled', to='visits.standingtime')),
            ],
            options={
                'ordering': ('on',),
                'constraints': [models.UniqueConstraint(fields=('standing_time', 'on'), name='cancelled_time_is_cancelled_once', violation_error_message='The day is cancelled already.')],
            },
        ),
        migrations.CreateModel(
            name='Visit',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('starts_at', models.DateTimeField(verbose_name='time')),
                ('seat', models.PositiveSmallIntegerField(blank=True, editable=False, null=True)),
                ('place', models.CharField(blank=True, max_length=120, verbose_name='where')),
                ('given_name', models.CharField(blank=True, max_length=80, verbose_name='given name')),
                ('family_name', models.CharField(blank=True, max_length=80, verbose_name='family name')),
                ('referred_by', models.CharField(blank=True, max_length=40, verbose_name='referrer')),
                ('caseworker_name', models.CharField(blank=True, max_length=120, verbose_name='caseworker')),
                ('caseworker_email', models.EmailField(blank=True, max_length=254, verbose_name="the caseworker's e-mail")),
                ('caseworker_comes', models.BooleanField(default=True, verbose_name='the caseworker comes along')),
                ('booked_at', models.DateTimeField()),
                ('came', models.CharField(blank=True, choices=[('came', 'came'), ('absent', 'did not come'), ('cancelled', 'cancelled')], max_length=10, verbose_name='came')),
                ('caseworker_was_present', models.BooleanField(null=True, verbose_name='the caseworker was present')),
                ('began', models.CharField(blank=True, choices=[('person', 'a new person with a case'), ('episode', 'a new case of a person whom the team had'), ('date', 'the day of the visit, in a case that was open')], editable=False, max_length=10)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('booked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('booked_through', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='links.link')),
                ('episode', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='visits', to='participants.episode')),
                ('standing_time', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='visits', to='visits.standingtime')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='visits', to='organisation.team')),
            ],
            options={
                'ordering': ('starts_at', 'pk'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('came', 'cancelled'), _negated=True), fields=('standing_time', 'starts_at', 'seat'), name='visit_has_its_place_alone', violation_error_message='Somebody else has just booked that time: choose another one. What you wrote is still here.'), models.CheckConstraint(condition=models.Q(('episode', None), ('came', 'came'), _connector='OR'), name='visit_has_an_episode_only_when_they_came', violation_error_message='A case begins when the person has come.'), models.CheckConstraint(condition=models.Q(('began', ''), ('episode__isnull', False), _connector='OR'), name='visit_began_something_only_when_it_has_an_episode', violation_error_message='A case begins when the person has come.')],
            },
        ),
        migrations.AddIndex(
            model_name='visit',
            index=models.Index(fields=['team', 'starts_at'], name='visit_by_time'),
        ),
    ]
