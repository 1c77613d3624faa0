import django.db.models.deletion
import uuid
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('organisation', '0003_casework_settings'),
    ]

    operations = [
        migrations.CreateModel(
            name='Employer',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('sort_key', models.CharField(editable=False, max_length=480)),
                ('search_key', models.CharField(editable=False, max_length=240)),
                ('kind', models.CharField(choices=[('private', 'private company'), ('municipal', 'municipality'), ('cooperative', 'co-operative or social enterprise'), ('non_profit', 'non-profit organisation'), ('state_or_region', 'state or region')], max_length=20, verbose_name='kind')),
                ('organisation_number', models.CharField(blank=True, max_length=10, verbose_name='organisation number')),
                ('address', models.CharField(blank=True, max_length=200, verbose_name='address')),
                ('website', models.URLField(blank=True, verbose_name='website')),
                ('structure_notes', models.TextField(blank=True, max_length=2000, verbose_name='about the workplace')),
                ('is_used', models.BooleanField(default=True, verbose_name='is used')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='employers', to='organisation.team')),
            ],
            options={
                'ordering': ('sort_key', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='employer_has_a_name', violation_error_message="Write the employer's name."), models.CheckConstraint(condition=models.Q(('kind__in', ['private', 'municipal', 'cooperative', 'non_profit', 'state_or_region'])), name='employer_has_a_kind', violation_error_message='Choose what kind of employer it is.'), models.CheckConstraint(condition=models.Q(('organisation_number', ''), ('organisation_number__regex', '^[0-9]{10}$'), _connector='OR'), name='employer_organisation_number_has_ten_digits', violation_error_message='An organisation number has ten digits: 212000-0142.')],
            },
        ),
        migrations.CreateModel(
            name='ContactNote',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('on', models.DateField(verbose_name='day')),
                ('text', models.TextField(max_length=2000, verbose_name='what was said')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('employer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contact_notes', to='employers.employer')),
            ],
            options={
                'ordering': ('-on', '-pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='employer_contact_note_says_something', violation_error_message='Write what was said.')],
            },
        ),
        migrations.CreateModel(
            name='EmployerContact',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(blank=True, max_length=120, verbose_name='name')),
                ('role', models.CharField(blank=True, max_length=80, verbose_name='role')),
                ('phone', models.CharField(blank=True, max_length=40, verbose_name='phone')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                ('is_supervisor', models.BooleanField(default=False, verbose_name='supervises participants')),
                ('is_used', models.BooleanField(default=True, verbose_name='is used')),
                ('erased_on', models.DateField(editable=False, null=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('employer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contacts', to='employers.employer')),
            ],
            options={
                'ordering': ('name', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('erased_on', None), models.Q(('name', ''), _negated=True)), models.Q(('email', ''), ('erased_on__isnull', False), ('is_used', False), ('name', ''), ('phone', ''), ('role', '')), _connector='OR'), name='employer_contact_has_a_name_unless_erased', violation_error_message="Write the person's name.")],
            },
        ),
        migrations.CreateModel(
            name='WorkKind',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(editable=False, max_length=40)),
                ('title', models.CharField(max_length=80, verbose_name='name')),
                ('is_used', models.BooleanField(default=True, verbose_name='is used')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='work_kinds', to='organisation.team')),
            ],
            options={
                'ordering': ('title', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('team', 'code'), name='work_kind_code_is_unique_in_team', violation_error_message='The team has a kind of work with this name already.'), models.UniqueConstraint(fields=('team', 'title'), name='work_kind_title_is_unique_in_team', violation_error_message='The team has a kind of work with this name already.')],
            },
        ),
        migrations.CreateModel(
            name='Task',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=120, verbose_name='task')),
                ('text', models.TextField(blank=True, max_length=2000, verbose_name='what one does')),
                ('structure', models.CharField(choices=[('simple', 'simple: the same steps each time'), ('some', "some choices of one's own"), ('demanding', 'demanding: one plans by oneself')], max_length=20, verbose_name='how simple or structured')),
                ('pace', models.CharField(blank=True, choices=[('calm', 'calm, one sets the pace oneself'), ('even', 'even'), ('quick', 'quick at times')], max_length=20, verbose_name='pace')),
                ('social', models.CharField(blank=True, choices=[('alone', 'mostly alone'), ('few', 'a few colleagues'), ('many', 'many people or customers')], max_length=20, verbose_name='whom one meets')),
                ('physical', models.JSONField(blank=True, default=list, verbose_name='for the body')),
                ('accessibility', models.JSONField(blank=True, default=list, verbose_name='accessibility')),
                ('accessibility_text', models.CharField(blank=True, max_length=500, verbose_name='more about accessibility')),
                ('capacity', models.PositiveSmallIntegerField(default=1, verbose_name='places at once')),
                ('hours_from', models.DecimalField(blank=True, decimal_places=2, max_digits=4, null=True, verbose_name='hours a week from')),
                ('hours_to', models.DecimalField(blank=True, decimal_places=2, max_digits=4, null=True, verbose_name='hours a week to')),
                ('is_offered', models.BooleanField(default=True, verbose_name='is offered')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('employer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='employers.employer')),
                ('work_kinds', models.ManyToManyField(blank=True, related_name='tasks', to='employers.workkind', verbose_name='kinds of work')),
            ],
            options={
                'ordering': ('title', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('capacity__gte', 1), ('capacity__lte', 99)), name='task_has_one_to_ninety_nine_places', violation_error_message='Write how many can be there at once: 1 to 99.'), models.CheckConstraint(condition=models.Q(('hours_from', None), models.Q(('hours_from__gt', 0), ('hours_from__lte', Decimal('40'))), _connector='OR'), name='task_begins_with_hours_up_to_forty', violation_error_message='Write hours a week: more than 0 and 40 at most.'), models.CheckConstraint(condition=models.Q(('hours_to', None), models.Q(('hours_to__gt', 0), ('hours_to__lte', Decimal('40'))), _connector='OR'), name='task_reaches_hours_up_to_forty', violation_error_message='Write hours a week: more than 0 and 40 at most.'), models.CheckConstraint(condition=models.Q(('hours_from', None), ('hours_to', None), ('hours_to__gte', models.F('hours_from')), _connector='OR'), name='task_hours_end_at_or_after_their_beginning', violation_error_message='The hours “to” cannot be fewer than the hours “from”.')],
            },
        ),
        migrations.AddIndex(
            model_name='employer',
            index=models.Index(fields=['team', 'sort_key'], name='employer_by_name'),
        ),
    ]
