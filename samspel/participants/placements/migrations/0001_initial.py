import django.db.models.deletion
import uuid
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('employers', '0001_initial'),
        ('organisation', '0003_casework_settings'),
        ('participants', '0003_trial_periods'),
    ]

    operations = [
        migrations.CreateModel(
            name='AgreementWords',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('insurance', models.TextField(blank=True, max_length=2000, verbose_name='insurance')),
                ('secrecy', models.TextField(blank=True, max_length=2000, verbose_name='secrecy')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('team', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='agreement_words', to='organisation.team')),
            ],
        ),
        migrations.CreateModel(
            name='SubsidyForm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=80, verbose_name='name')),
                ('is_used', models.BooleanField(default=True, verbose_name='is used')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='subsidy_forms', to='organisation.team')),
            ],
            options={
                'ordering': ('title', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('team', 'title'), name='subsidy_form_title_is_unique_in_team', violation_error_message='The team has a form with this name already.'), models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='subsidy_form_has_a_title', violation_error_message='Write what the form is called.')],
            },
        ),
        migrations.CreateModel(
            name='Placement',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('purpose', models.CharField(choices=[('routine', 'getting into routines'), ('hours', 'building up hours'), ('exploring', 'exploring a kind of work'), ('clarifying', 'clarifying work ability'), ('employment', 'towards employment')], max_length=20, verbose_name='purpose')),
                ('goal', models.CharField(blank=True, max_length=500, verbose_name='goal')),
                ('duties', models.TextField(blank=True, max_length=4000, verbose_name='tasks in words')),
                ('times', models.CharField(blank=True, max_length=300, verbose_name='days and hours')),
                ('ready_on', models.DateField(blank=True, null=True, verbose_name='ready since')),
                ('starts_on', models.DateField(verbose_name='starts on')),
                ('ends_planned_on', models.DateField(blank=True, null=True, verbose_name='planned end')),
                ('follow_up_weeks', models.PositiveSmallIntegerField(default=4, verbose_name='weeks between follow-ups')),
                ('called_off_on', models.DateField(blank=True, null=True, verbose_name='called off on')),
                ('ended_on', models.DateField(blank=True, null=True, verbose_name='ended on')),
                ('outcome', models.CharField(blank=True, choices=[('work', 'employment without subsidy'), ('subsidised_work', 'employment with subsidy'), ('studies', 'studies'), ('elsewhere', 'continued at another workplace'), ('clarified', 'work ability clarified'), ('purpose_reached', 'purpose reached, nothing further agreed yet'), ('broken_off', 'broken off before its end')], max_length=20, verbose_name='outcome')),
                ('break_reason', models.CharField(blank=True, choices=[('health', 'health'), ('tasks', 'the tasks did not suit'), ('workplace', 'the workplace did not suit'), ('employer', 'the employer could not go on'), ('own_wish', "the participant's own wish"), ('other', 'other')], max_length=20, verbose_name='why it was broken off')),
                ('worked_well', models.TextField(blank=True, max_length=4000, verbose_name='what worked')),
                ('did_not_work', models.TextField(blank=True, max_length=4000, verbose_name='what did not work')),
                ('adaptations', models.TextField(blank=True, max_length=4000, verbose_name='adaptations')),
                ('hours_reached', models.DecimalField(blank=True, decimal_places=1, max_digits=3, null=True, verbose_name='hours a week reached')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('employer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='placements', to='employers.employer', verbose_name='employer')),
                ('episode', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='placements', to='participants.episode')),
                ('supervisor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='placements', to='employers.employercontact', verbose_name='supervisor')),
                ('task', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='placements', to='employers.task', verbose_name='task')),
                ('subsidy', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='placements', to='placements.subsidyform', verbose_name='wage subsidy')),
            ],
            options={
                'ordering': ('-starts_on', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('purpose__in', ['routine', 'hours', 'exploring', 'clarifying', 'employment'])), name='placement_has_a_purpose', violation_error_message='Choose what the placement is for.'), models.CheckConstraint(condition=models.Q(('ends_planned_on', None), ('ends_planned_on__gte', models.F('starts_on')), _connector='OR'), name='placement_is_planned_to_end_on_or_after_its_start', violation_error_message='The planned end cannot be before the start.'), models.CheckConstraint(condition=models.Q(('ended_on', None), ('ended_on__gte', models.F('starts_on')), _connector='OR'), name='placement_ends_on_or_after_its_start', violation_error_message='The placement cannot end before it starts.'), models.CheckConstraint(condition=models.Q(('ready_on', None), ('ready_on__lte', models.F('starts_on')), _connector='OR'), name='placement_starts_when_ready_or_later', violation_error_message='The day of being ready cannot be after the start.'), models.CheckConstraint(condition=models.Q(models.Q(('ended_on', None), ('outcome', '')), models.Q(('ended_on__isnull', False), models.Q(('outcome', ''), _negated=True)), _connector='OR'), name='placement_has_an_outcome_exactly_when_ended', violation_error_message='A placement that has ended has an outcome.'), models.CheckConstraint(condition=models.Q(('called_off_on', None), ('ended_on', None), _connector='OR'), name='placement_is_called_off_or_ended_not_both', violation_error_message='A placement is called off or ended, not both.'), models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'broken_off'), models.Q(('break_reason', ''), _negated=True)), models.Q(models.Q(('outcome', 'broken_off'), _negated=True), ('break_reason', '')), _connector='OR'), name='placement_has_a_reason_exactly_when_broken_off', violation_error_message='Say why exactly when the placement was broken off.'), models.CheckConstraint(condition=models.Q(('follow_up_weeks__gte', 1), ('follow_up_weeks__lte', 26)), name='placement_is_followed_up_every_one_to_twenty_six_weeks', violation_error_message='Write how often it is followed up: 1 to 26 weeks.'), models.CheckConstraint(condition=models.Q(('hours_reached', None), models.Q(('hours_reached__gte', Decimal('0')), ('hours_reached__lte', Decimal('40'))), _connector='OR'), name='placement_reached_hours_up_to_forty', violation_error_message='Write hours a week: 0 to 40.')],
            },
        ),
        migrations.CreateModel(
            name='WorkedWeek',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('monday', models.DateField(verbose_name='week from')),
                ('hours', models.DecimalField(decimal_places=1, max_digits=3, verbose_name='hours worked')),
                ('entered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='weeks', to='placements.placement')),
            ],
            options={
                'ordering': ('monday', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('placement', 'monday'), name='worked_week_is_entered_once', violation_error_message='The hours of this week are entered already.'), models.CheckConstraint(condition=models.Q(('hours__gte', Decimal('0')), ('hours__lte', Decimal('40'))), name='worked_week_has_hours_up_to_forty', violation_error_message='Write the hours of the week: 0 to 40.')],
            },
        ),
        migrations.CreateModel(
            name='LadderStep',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('on', models.DateField(verbose_name='from')),
                ('hours', models.DecimalField(decimal_places=1, max_digits=3, verbose_name='hours a week')),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='placements.placement')),
            ],
            options={
                'ordering': ('on', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('placement', 'on'), name='ladder_step_begins_on_a_day_of_its_own', violation_error_message='Two steps of a ladder cannot begin on the same day.'), models.CheckConstraint(condition=models.Q(('hours__gt', Decimal('0')), ('hours__lte', Decimal('40'))), name='ladder_step_has_hours_up_to_forty', violation_error_message='Write hours a week: more than 0 and 40 at most.')],
            },
        ),
        migrations.CreateModel(
            name='PlacementFollowUp',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('held_on', models.DateField(verbose_name='held on')),
                ('came_out', models.TextField(blank=True, max_length=4000, verbose_name='what came out of it')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='follow_ups', to='placements.placement')),
            ],
            options={
                'ordering': ('-held_on', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('placement', 'held_on'), name='placement_follow_up_is_one_for_a_day', violation_error_message='A follow-up of that day is written down already.')],
            },
        ),
        migrations.CreateModel(
            name='Readiness',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('ready_on', models.DateField(blank=True, null=True, verbose_name='ready since')),
                ('wishes', models.TextField(blank=True, max_length=2000, verbose_name='wishes')),
                ('strengths', models.TextField(blank=True, max_length=2000, verbose_name='strengths')),
                ('structure_at_most', models.CharField(blank=True, choices=[('simple', 'simple: the same steps each time'), ('some', "some choices of one's own"), ('demanding', 'demanding: one plans by oneself')], max_length=20, verbose_name='how demanding at most')),
                ('accessibility', models.JSONField(blank=True, default=list, verbose_name='what must be there')),
                ('hours', models.DecimalField(blank=True, decimal_places=1, max_digits=3, null=True, verbose_name='hours a week to begin with')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('episode', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='readiness', to='participants.episode')),
                ('work_kinds', models.ManyToManyField(blank=True, related_name='wished_by', to='employers.workkind', verbose_name='kinds of work wished for')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('hours', None), models.Q(('hours__gt', Decimal('0')), ('hours__lte', Decimal('40'))), _connector='OR'), name='readiness_begins_with_hours_up_to_forty', violation_error_message='Write hours a week: more than 0 and 40 at most.')],
            },
        ),
        migrations.AddIndex(
            model_name='placement',
            index=models.Index(fields=['starts_on'], name='placement_by_start'),
        ),
    ]
