import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('organisation', '0003_casework_settings'),
        ('participants', '0003_trial_periods'),
    ]

    operations = [
        migrations.CreateModel(
            name='GroupKind',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(editable=False, max_length=40)),
                ('title', models.CharField(max_length=80, verbose_name='name')),
                ('is_used', models.BooleanField(default=True, verbose_name='is used')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='group_kinds', to='organisation.team')),
            ],
            options={
                'ordering': ('title', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('team', 'code'), name='group_kind_code_is_unique_in_team', violation_error_message='The team has a kind of group with this name already.'), models.UniqueConstraint(fields=('team', 'title'), name='group_kind_title_is_unique_in_team', violation_error_message='The team has a kind of group with this name already.')],
            },
        ),
        migrations.CreateModel(
            name='Group',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('purpose', models.TextField(blank=True, max_length=2000, verbose_name='what it is for')),
                ('place', models.CharField(blank=True, max_length=120, verbose_name='where')),
                ('capacity', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='places')),
                ('is_open', models.BooleanField(default=True, verbose_name='open to all participants')),
                ('sessions_planned', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='number of sessions')),
                ('starts_on', models.DateField(verbose_name='starts on')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='ends on')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='groups', to='organisation.team')),
                ('kind', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='groups', to='groups.groupkind', verbose_name='kind')),
            ],
            options={
                'ordering': ('name', 'starts_on', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('team', 'name', 'starts_on'), name='group_name_is_unique_in_team_from_its_day', violation_error_message='The team has a group with this name from that day.'), models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='group_ends_on_or_after_its_start', violation_error_message='A group cannot end before it starts.'), models.CheckConstraint(condition=models.Q(('capacity', None), ('capacity__gte', 1), _connector='OR'), name='group_has_a_place_at_least', violation_error_message='There must be one place at least.'), models.CheckConstraint(condition=models.Q(('sessions_planned', None), ('sessions_planned__gte', 1), _connector='OR'), name='group_has_a_session_at_least', violation_error_message='There must be one session at least.')],
            },
        ),
        migrations.CreateModel(
            name='GroupMember',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('from_on', models.DateField(verbose_name='from')),
                ('until_on', models.DateField(blank=True, null=True, verbose_name='last day')),
                ('episode', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='group_members', to='participants.episode')),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='groups.group')),
            ],
            options={
                'ordering': ('from_on', 'pk'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('until_on', None)), fields=('group', 'episode'), name='group_member_belongs_once_at_a_time', violation_error_message='The person is in the group already.'), models.CheckConstraint(condition=models.Q(('until_on', None), ('until_on__gte', models.F('from_on')), _connector='OR'), name='group_member_leaves_on_or_after_the_first_day', violation_error_message='The last day cannot be before the first.')],
            },
        ),
        migrations.CreateModel(
            name='GroupTime',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('weekday', models.PositiveSmallIntegerField(choices=[(0, 'Monday'), (1, 'Tuesday'), (2, 'Wednesday'), (3, 'Thursday'), (4, 'Friday'), (5, 'Saturday'), (6, 'Sunday')], verbose_name='weekday')),
                ('at', models.TimeField(verbose_name='from')),
                ('ends_at', models.TimeField(verbose_name='to')),
                ('every_weeks', models.PositiveSmallIntegerField(default=1, verbose_name='every so many weeks')),
                ('first_on', models.DateField(verbose_name='first day')),
                ('last_on', models.DateField(blank=True, null=True, verbose_name='last day')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='times', to='groups.group')),
            ],
            options={
                'ordering': ('weekday', 'at', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('weekday__lte', 6)), name='group_time_is_on_a_weekday', violation_error_message='Choose a day of the week.'), models.CheckConstraint(condition=models.Q(('every_weeks__gte', 1), ('every_weeks__lte', 8)), name='group_time_comes_every_one_to_eight_weeks', violation_error_message='Write how many weeks there are between: 1 to 8.'), models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('at'))), name='group_time_ends_after_it_begins', violation_error_message='The time must end after it begins.'), models.CheckConstraint(condition=models.Q(('last_on', None), ('last_on__gte', models.F('first_on')), _connector='OR'), name='group_time_ends_on_or_after_its_first_day', violation_error_message='The last day cannot be before the first.')],
            },
        ),
        migrations.CreateModel(
            name='Leader',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('episode', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='leads', to='participants.episode')),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='leaders', to='groups.group')),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('pk',),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('episode__isnull', False), ('user', None)), models.Q(('episode', None), ('user__isnull', False)), _connector='OR'), name='leader_is_staff_or_participant', violation_error_message='A leader is one of the staff or a participant.'), models.UniqueConstraint(fields=('group', 'user'), name='leader_of_staff_is_named_once', violation_error_message='The person leads the group already.'), models.UniqueConstraint(fields=('group', 'episode'), name='leading_participant_is_named_once', violation_error_message='The person leads the group already.')],
            },
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(blank=True, max_length=80, verbose_name='what')),
                ('on', models.DateField(verbose_name='day')),
                ('at', models.TimeField(verbose_name='from')),
                ('ends_at', models.TimeField(verbose_name='to')),
                ('place', models.CharField(blank=True, max_length=120, verbose_name='where')),
                ('planned_on', models.DateField(blank=True, null=True)),
                ('cancelled_because', models.CharField(blank=True, max_length=200, verbose_name='cancelled because')),
                ('note', models.TextField(blank=True, max_length=2000, verbose_name='what was done')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='groups.group')),
                ('kind', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='groups.groupkind', verbose_name='kind')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='organisation.team')),
                ('time', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='sessions', to='groups.grouptime')),
            ],
            options={
                'ordering': ('on', 'at', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('time', 'planned_on'), name='session_is_laid_out_once_for_a_day', violation_error_message='The session is there already.'), models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('at'))), name='session_ends_after_it_begins', violation_error_message='The session must end after it begins.'), models.CheckConstraint(condition=models.Q(('group__isnull', False), models.Q(('title', ''), _negated=True), _connector='OR'), name='session_without_a_group_has_a_title', violation_error_message='Write what is done.')],
            },
        ),
        migrations.CreateModel(
            name='Sharing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sharings', to='groups.group')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='shared_groups', to='organisation.team')),
            ],
            options={
                'ordering': ('pk',),
                'constraints': [models.UniqueConstraint(fields=('group', 'team'), name='sharing_is_once_for_a_team', violation_error_message='The team takes part already.')],
            },
        ),
        migrations.AddIndex(
            model_name='session',
            index=models.Index(fields=['team', 'on'], name='session_by_day'),
        ),
    ]
