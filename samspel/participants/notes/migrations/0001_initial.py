import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('participants', '0003_trial_periods'),
    ]

    operations = [
        migrations.CreateModel(
            name='Note',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('note', 'note'), ('conversation', 'conversation'), ('phone', 'telephone call'), ('digital', 'digital meeting'), ('joint', 'joint meeting'), ('letter', 'letter or message')], default='note', max_length=20, verbose_name='kind')),
                ('on', models.DateField(verbose_name='day')),
                ('text', models.TextField(blank=True, max_length=40000, verbose_name='text')),
                ('parties', models.JSONField(blank=True, default=list, verbose_name='who took part')),
                ('begun_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField()),
                ('signed_at', models.DateTimeField(blank=True, null=True, verbose_name='signed')),
                ('thrown_at', models.DateTimeField(blank=True, null=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('window', models.CharField(blank=True, editable=False, max_length=40)),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('episode', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notes', to='participants.episode')),
            ],
            options={
                'ordering': ('-on', '-begun_at', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('signed_at', None), models.Q(('text', ''), _negated=True), _connector='OR'), name='note_has_a_text_when_signed', violation_error_message='Write something before you sign.'), models.CheckConstraint(condition=models.Q(('signed_at', None), ('thrown_at', None), _connector='OR'), name='note_is_signed_or_thrown_away_not_both', violation_error_message='A signed note cannot be thrown away.')],
            },
        ),
        migrations.CreateModel(
            name='NoteCorrection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(max_length=40000, verbose_name='correction')),
                ('written_at', models.DateTimeField()),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('note', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='notes.note')),
            ],
            options={
                'ordering': ('written_at', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='Objection',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('on', models.DateField(verbose_name='made on')),
                ('text', models.TextField(max_length=40000, verbose_name='objection')),
                ('recorded_at', models.DateTimeField()),
                ('episode', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='objections', to='participants.episode')),
                ('note', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='objections', to='notes.note')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-on', 'pk'),
            },
        ),
        migrations.AddIndex(
            model_name='note',
            index=models.Index(fields=['author', 'signed_at'], name='note_by_author'),
        ),
    ]
