

import django.contrib.postgres.fields
import django.core.serializers.json
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('directory', '0005_matching'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ImportBatch',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField()),
                ('source', models.CharField(max_length=80)),
                ('file_name', models.CharField(max_length=120)),
                ('encoding', models.CharField(blank=True, max_length=10)),
                ('digest', models.CharField(max_length=64)),
                ('state', models.CharField(choices=[('read', 'Read'), ('checked', 'Checked'), ('writing', 'Writing'), ('done', 'Done'), ('undoing', 'Undoing'), ('undone', 'Undone'), ('failed', 'Failed')], default='read', max_length=8)),
                ('headings', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=200), default=list, size=None)),
                ('columns', models.JSONField(default=dict)),
                ('columns_said', models.BooleanField(default=False)),
                ('sheets', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=100), default=list, size=None)),
                ('sheet', models.CharField(blank=True, max_length=100)),
                ('rows_total', models.PositiveIntegerField(default=0)),
                ('rows_done', models.PositiveIntegerField(default=0)),
                ('counts', models.JSONField(default=dict)),
                ('asked', models.PositiveIntegerField(default=0)),
                ('made', models.JSONField(default=dict)),
                ('message', models.CharField(blank=True, max_length=40)),
                ('moved_at', models.DateTimeField(null=True)),
                ('done_at', models.DateTimeField(null=True)),
                ('undone_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='ImportRow',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField()),
                ('key', models.CharField(max_length=120)),
                ('draft', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('faults', models.JSONField(default=list)),
                ('notes', models.JSONField(default=list)),
                ('deed', models.CharField(choices=[('new', 'New'), ('update', 'Update'), ('same', 'Same'), ('refuse', 'Refuse')], default='refuse', max_length=6)),
                ('service', models.UUIDField(null=True)),
                ('alike', models.UUIDField(null=True)),
                ('answer', models.CharField(blank=True, max_length=5)),
                ('before', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('kept', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), default=list, size=None)),
                ('batch', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='directory.importbatch')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('deed', 'refuse')), fields=['batch', 'number'], name='rows_to_mend'), models.Index(condition=models.Q(('alike__isnull', False)), fields=['batch', 'number'], name='rows_to_decide')],
                'constraints': [models.UniqueConstraint(fields=('batch', 'number'), name='a_row_once_in_its_batch')],
            },
        ),
        migrations.CreateModel(
            name='ServiceSource',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('source', models.CharField(max_length=80)),
                ('key', models.CharField(max_length=120)),
                ('batch', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.importbatch')),
                ('service', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sources', to='directory.service')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('source', 'key'), name='one_service_for_a_number')],
            },
        ),
        migrations.AddIndex(
            model_name='importrow',
            index=models.Index(condition=models.Q(('deed', 'update')), fields=['service'], name='rows_that_changed'),
        ),
    ]
