import { Alert, Form, Input, Modal, Radio } from 'antd';
import type { Dayjs } from 'dayjs';
import { type ReactNode, useEffect } from 'react';
import { categoryName } from '#contract/messages/compliance-names';
import { proposeAllowPhrase } from '#domain/compliance/user/propose-allow-phrase';
import type { AllowPhrase } from '#domain/compliance/user/user-types';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { SeverityTag } from '../../ui/severity-tag.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { useUndoNotice } from '../../ui/use-undo-notice.tsx';
import { ReasonFields } from '../words/phrase-dialog.tsx';
import { MarkedText } from './marked-text.tsx';
import { SilencedList } from './silenced-list.tsx';
import type { DoubtedFinding } from './use-false-alarm.tsx';

/** Pause in typing after which the catalog is asked again. */
const pauseMs = 300;
const contextUnits = 60;

interface Fields {
  text: string;
  scope: 'category' | 'all';
  reason: string;
  proof: string;
  expires: Dayjs | null;
}

/** The text around a finding, short enough to read at a glance, with the finding placed in it. */
function contextOf({ text, finding }: DoubtedFinding): DoubtedFinding['finding'] & { context: string } {
  const from = Math.max(0, finding.start - contextUnits);
  const context = text.slice(from, finding.end + contextUnits);
  return { ...finding, start: finding.start - from, end: finding.end - from, parts: [], context };
}

/** Asks which wording to allow, shows what else that would silence, and records it. */
export function FalseAlarmDialog({ doubted, onClose }: { doubted: DoubtedFinding; onClose(): void }): ReactNode {
  const { finding, text, surface } = doubted;
  const { t, pick } = useTranslator();
  const { transport } = useServices();
  const { run, busy } = useAction();
  const noticeUndo = useUndoNotice();
  const [form] = Form.useForm<Fields>();
  const proposed = proposeAllowPhrase(text, finding);
  const phrase = useSettled(Form.useWatch('text', form)?.trim() ?? proposed.text, pauseMs);
  const scope = Form.useWatch('scope', form) ?? 'category';
  const category = scope === 'all' ? null : finding.category;
  const { rule, start, end } = finding;
  const { data, error, loading } = useRemote(
    'compliance.silences',
    phrase === '' ? null : { phrase: { text: phrase, category }, finding: { text, surface, rule, start, end } },
  );
  const covers = data?.silencesFinding ?? false;
  const wider = data?.wider ?? null;
  // What was proposed may leave another reading of the same words; what the user typed stays as it is.
  useEffect(() => {
    if (wider !== null && !form.isFieldTouched('text')) form.setFieldValue('text', wider);
  }, [form, wider]);
  const shown = contextOf(doubted);

  function save(fields: Fields): void {
    const entry: AllowPhrase = {
      text: fields.text.trim(),
      category,
      reason: fields.reason?.trim() ?? '',
      proof: fields.proof?.trim() ?? '',
      expiresOn: fields.expires?.format('YYYY-MM-DD') ?? null,
    };
    const falseAlarm = { rule, category: finding.category, text: finding.text, context: shown.context };
    run(async () => {
      const { changeId } = await transport.call('words.savePhrase', { replaces: null, phrase: entry, falseAlarm });
      onClose();
      noticeUndo(t('falseAlarm.done', { phrase: entry.text }), () => transport.call('words.undo', { changeId }));
    });
  }

  return (
    <Modal
      open
      width={620}
      title={t('falseAlarm.title')}
      okText={t('falseAlarm.ok')}
      okButtonProps={{ disabled: !covers || loading, loading: busy }}
      cancelText={t('common.cancel')}
      onCancel={onClose}
      onOk={() => form.submit()}
      destroyOnHidden
    >
      <div className="false-alarm-finding">
        <SeverityTag severity={finding.severity} /> <strong>{pick(categoryName(finding.category))}</strong>
        <p>
          <MarkedText text={shown.context} findings={[shown]} />
        </p>
      </div>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ text: proposed.text, scope: 'category', reason: '', proof: '', expires: null }}
        onFinish={save}
      >
        <Form.Item name="text" label={t('falseAlarm.phrase')} extra={t('falseAlarm.phrase.note')}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="scope" label={t('falseAlarm.scope')}>
          <Radio.Group
            options={[
              {
                value: 'category',
                label: t('falseAlarm.scope.category', { category: pick(categoryName(finding.category)) }),
              },
              { value: 'all', label: t('falseAlarm.scope.all') },
            ]}
          />
        </Form.Item>
        <ReasonFields />
      </Form>
      {!loading && data !== null && !covers ? <Alert type="warning" showIcon title={t('falseAlarm.misses')} /> : null}
      <SilencedList silenced={data} loading={loading} error={error} />
      <p className="faint">{t('falseAlarm.note')}</p>
    </Modal>
  );
}
