import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('groups', '0002_sharing_over_time'),
        ('organisation', '0003_casework_settings'),
        ('participants', '0003_trial_periods'),
    ]

    operations = [
        migrations.CreateModel(
            name='Idea',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=80, verbose_name='what')),
                ('text', models.TextField(blank=True, max_length=1000, verbose_name='more about it')),
                ('enough', models.PositiveSmallIntegerField(default=5, verbose_name='how many are enough')),
                ('last_on', models.DateField(blank=True, null=True, verbose_name='last day to sign up')),
                ('is_from_wall', models.BooleanField(default=False, editable=False)),
                ('made_on', models.DateField()),
                ('opened_on', models.DateField(blank=True, null=True)),
                ('closed_on', models.DateField(blank=True, null=True)),
                ('became_group_on', models.DateField(blank=True, null=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('group', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='idea', to='groups.group')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ideas', to='organisation.team')),
            ],
            options={
                'ordering': ('-made_on', 'title', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='idea_has_a_title_always', violation_error_message='Write what the idea is.'), models.CheckConstraint(condition=models.Q(('enough__gte', 1), ('enough__lte', 500)), name='idea_needs_one_person_at_least', violation_error_message='Write how many are enough: 1 to 500.'), models.CheckConstraint(condition=models.Q(('opened_on', None), ('last_on__isnull', False), _connector='OR'), name='idea_that_is_open_has_a_last_day', violation_error_message='Write the last day to sign up.'), models.CheckConstraint(condition=models.Q(('opened_on', None), ('opened_on__gte', models.F('made_on')), _connector='OR'), name='idea_opens_on_or_after_it_was_made', violation_error_message='An idea cannot open before it was made.'), models.CheckConstraint(condition=models.Q(models.Q(('became_group_on', None), ('group', None)), models.Q(('became_group_on__isnull', False), ('group__isnull', False), ('opened_on__isnull', False)), _connector='OR'), name='idea_became_a_group_on_a_day', violation_error_message='Only an idea that has been open becomes a group.')],
            },
        ),
        migrations.CreateModel(
            name='PlanningDay',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('on', models.DateField(verbose_name='day')),
                ('place', models.CharField(blank=True, max_length=120, verbose_name='where')),
                ('participants', models.PositiveSmallIntegerField(verbose_name='participants who took part')),
                ('staff', models.CharField(blank=True, max_length=300, verbose_name='staff who took part')),
                ('text', models.TextField(blank=True, max_length=2000, verbose_name='what the day was about')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='planning_days', to='organisation.team')),
            ],
            options={
                'ordering': ('-on', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('team', 'on'), name='planning_day_is_once_a_day_for_a_team', violation_error_message='The team has a planning day on that day already.'), models.CheckConstraint(condition=models.Q(('participants__gte', 1), ('participants__lte', 500)), name='planning_day_has_a_participant_at_least', violation_error_message='Write how many participants took part: 1 to 500.')],
            },
        ),
        migrations.CreateModel(
            name='Raised',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('text', models.CharField(max_length=300, verbose_name='what was raised')),
                ('came_of', models.CharField(choices=[('nothing', 'nothing yet'), ('idea', 'an interest list'), ('group', 'a group'), ('done', 'done'), ('not_possible', 'not possible')], default='nothing', max_length=12, verbose_name='what became of it')),
                ('because', models.CharField(blank=True, max_length=300, verbose_name='how, or why not')),
                ('place', models.PositiveSmallIntegerField(default=1, editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('day', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='raised', to='ideas.planningday')),
                ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='groups.group', verbose_name='the group')),
                ('idea', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='raised', to='ideas.idea', verbose_name='the idea')),
            ],
            options={
                'ordering': ('place', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='raised_idea_has_a_text_always', violation_error_message='Write what was raised.'), models.CheckConstraint(condition=models.Q(models.Q(('came_of', 'not_possible'), _negated=True), models.Q(('because', ''), _negated=True), _connector='OR'), name='raised_idea_is_not_possible_for_a_reason', violation_error_message='Write why it is not possible.'), models.CheckConstraint(condition=models.Q(models.Q(('came_of', 'idea'), ('idea__isnull', False)), models.Q(models.Q(('came_of', 'idea'), _negated=True), ('idea', None)), _connector='OR'), name='raised_idea_names_the_interest_list', violation_error_message='Choose which interest list it became.'), models.CheckConstraint(condition=models.Q(models.Q(('came_of', 'group'), ('group__isnull', False)), models.Q(models.Q(('came_of', 'group'), _negated=True), ('group', None)), _connector='OR'), name='raised_idea_names_the_group', violation_error_message='Choose which group it became.')],
            },
        ),
        migrations.CreateModel(
            name='SignUp',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(blank=True, max_length=60, verbose_name='called')),
                ('contact', models.CharField(blank=True, max_length=120, verbose_name='reached by')),
                ('code_digest', models.CharField(blank=True, editable=False, max_length=64)),
                ('signed_up_at', models.DateTimeField()),
                ('taken_back_on', models.DateField(blank=True, null=True)),
                ('erased_on', models.DateField(blank=True, null=True)),
                ('episode', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='participants.episode')),
                ('idea', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sign_ups', to='ideas.idea')),
            ],
            options={
                'ordering': ('signed_up_at', 'pk'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('taken_back_on', None)), fields=('idea', 'episode'), name='sign_up_is_once_for_a_participant', violation_error_message='The participant has signed up already.'), models.CheckConstraint(condition=models.Q(('taken_back_on', None), models.Q(('code_digest', ''), ('contact', ''), ('episode', None), ('name', '')), _connector='OR'), name='sign_up_that_is_taken_back_is_empty', violation_error_message='The sign-up is taken back.'), models.CheckConstraint(condition=models.Q(('taken_back_on__isnull', False), ('erased_on__isnull', False), models.Q(('name', ''), _negated=True), ('episode__isnull', False), _connector='OR'), name='sign_up_says_who_it_is', violation_error_message='Write a name, or choose a participant.')],
            },
        ),
        migrations.CreateModel(
            name='Suggestion',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('text', models.TextField(max_length=2000, verbose_name='suggestion')),
                ('name', models.CharField(blank=True, max_length=60, verbose_name='signed')),
                ('left_on', models.DateField(verbose_name='left')),
                ('wall_text', models.TextField(blank=True, max_length=2000, verbose_name='as the wall shows it')),
                ('answer', models.TextField(blank=True, max_length=2000, verbose_name='answer')),
                ('answered_on', models.DateField(blank=True, null=True)),
                ('aside_because', models.CharField(blank=True, max_length=300, verbose_name='why it is put aside')),
                ('put_aside_on', models.DateField(blank=True, null=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='suggestions', to='organisation.team')),
            ],
            options={
                'ordering': ('-left_on', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='suggestion_has_a_text_always', violation_error_message='Write the suggestion.'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_on', None), ('wall_text', '')), models.Q(('answered_on__isnull', False), models.Q(('answer', ''), _negated=True), models.Q(('wall_text', ''), _negated=True)), _connector='OR'), name='suggestion_is_answered_with_a_text', violation_error_message='Write the answer, and the suggestion as it is shown.'), models.CheckConstraint(condition=models.Q(models.Q(('aside_because', ''), ('put_aside_on', None)), models.Q(('put_aside_on__isnull', False), models.Q(('aside_because', ''), _negated=True)), _connector='OR'), name='suggestion_is_put_aside_with_a_reason', violation_error_message='Write why it is put aside.')],
            },
        ),
        migrations.AddIndex(
            model_name='suggestion',
            index=models.Index(fields=['team', 'left_on'], name='suggestion_by_day'),
        ),
    ]
