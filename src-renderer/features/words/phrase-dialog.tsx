import { AutoComplete, Button, DatePicker, Form, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ReactNode } from 'react';
import { categoryName, categoryNames } from '#contract/messages/compliance-names';
import { type AllowPhrase, userLimits } from '#domain/compliance/user/user-types';
import { useTranslator } from '../../i18n/locale.tsx';
import type { EntryActions } from './use-entry-actions.ts';

interface Fields extends Omit<AllowPhrase, 'expiresOn' | 'category'> {
  /** '' = all. */
  category: string;
  expires: Dayjs | null;
}

const blank: AllowPhrase = { text: '', category: null, reason: '', proof: '', expiresOn: null };

/** The fields that say why a wording is allowed and how long. */
export function ReasonFields(): ReactNode {
  const { t } = useTranslator();
  return (
    <div className="form-columns">
      <Form.Item name="reason" label={t('words.reason')}>
        <AutoComplete
          options={(['trademark', 'model', 'fact', 'context'] as const).map((key) => ({
            value: t(`words.reason.${key}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="proof" label={t('words.proof')}>
        <Input maxLength={userLimits.noteLength} placeholder={t('words.proof.placeholder')} />
      </Form.Item>
      <Form.Item name="expires" label={t('words.expires')}>
        <DatePicker placeholder={t('words.expires.never')} style={{ width: '100%' }} />
      </Form.Item>
    </div>
  );
}

interface PhraseDialogProps {
  /** The phrase to change; null for a new one. */
  phrase: AllowPhrase | null;
  actions: EntryActions;
  onClose(): void;
}

/** Adds or changes a wording the user vouches for. */
export function PhraseDialog({ phrase, actions, onClose }: PhraseDialogProps): ReactNode {
  const { t, pick } = useTranslator();
  const [form] = Form.useForm<Fields>();
  const { expiresOn, ...start } = phrase ?? blank;
  const categories = [
    ...new Set([...Object.keys(categoryNames), ...(start.category === null ? [] : [start.category])]),
  ];

  function save({ expires, ...fields }: Fields): void {
    const saved: AllowPhrase = {
      text: fields.text.trim(),
      category: fields.category === '' ? null : fields.category,
      reason: fields.reason?.trim() ?? '',
      proof: fields.proof?.trim() ?? '',
      expiresOn: expires?.format('YYYY-MM-DD') ?? null,
    };
    actions.savePhrase(phrase, saved, onClose);
  }

  return (
    <Modal
      open
      width={600}
      title={phrase === null ? t('words.add.phrase') : t('words.edit')}
      onCancel={onClose}
      destroyOnHidden
      footer={[
        phrase === null ? null : (
          <Button
            key="remove"
            danger
            style={{ float: 'inline-start' }}
            onClick={() => actions.remove([], [phrase], onClose)}
          >
            {t('common.delete')}
          </Button>
        ),
        <Button key="cancel" onClick={onClose}>
          {t('common.cancel')}
        </Button>,
        <Button key="save" type="primary" loading={actions.busy} onClick={() => form.submit()}>
          {t('common.save')}
        </Button>,
      ]}
    >
      <Form<Fields>
        form={form}
        className="copy-dialog-form"
        layout="vertical"
        requiredMark={false}
        initialValues={{
          ...start,
          category: start.category ?? '',
          expires: expiresOn === null ? null : dayjs(expiresOn),
        }}
        onFinish={save}
      >
        <Form.Item
          name="text"
          label={t('words.phrase')}
          extra={t('falseAlarm.phrase.note')}
          rules={[{ required: true, whitespace: true, message: t('words.required') }]}
        >
          <Input maxLength={userLimits.textLength} />
        </Form.Item>
        <Form.Item name="category" label={t('falseAlarm.scope')}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              { value: '', label: t('words.category.all') },
              ...categories.map((value) => ({ value, label: pick(categoryName(value)) })),
            ]}
          />
        </Form.Item>
        <ReasonFields />
      </Form>
    </Modal>
  );
}
