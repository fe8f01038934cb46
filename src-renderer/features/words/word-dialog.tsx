import { Button, DatePicker, Form, Input, Modal, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ReactNode } from 'react';
import { ownCategory, userLimits, type UserWord } from '#domain/compliance/user/user-types';
import { useTranslator } from '../../i18n/locale.tsx';
import { CategorySelect } from './category-select.tsx';
import type { EntryActions } from './use-entry-actions.ts';

interface Fields extends Omit<UserWord, 'expiresOn'> {
  expires: Dayjs | null;
}

const blank: UserWord = {
  text: '',
  kind: 'word',
  category: ownCategory,
  severity: 'warn',
  note: '',
  expiresOn: null,
};

interface WordDialogProps {
  /** The word to change; null for a new one. */
  word: UserWord | null;
  actions: EntryActions;
  onClose(): void;
}

/** Adds or changes a word or pattern of the user's own. */
export function WordDialog({ word, actions, onClose }: WordDialogProps): ReactNode {
  const { t } = useTranslator();
  const [form] = Form.useForm<Fields>();
  const kind = Form.useWatch('kind', form) ?? 'word';
  const { expiresOn, ...start } = word ?? blank;

  function save({ expires, ...fields }: Fields): void {
    const saved: UserWord = {
      ...fields,
      text: fields.text.trim(),
      category: fields.category?.trim() ?? '',
      note: fields.note?.trim() ?? '',
      expiresOn: expires?.format('YYYY-MM-DD') ?? null,
    };
    actions.saveWord(word, saved, onClose);
  }

  return (
    <Modal
      open
      title={word === null ? t('words.add.word') : t('words.edit')}
      onCancel={onClose}
      destroyOnHidden
      footer={[
        word === null ? null : (
          <Button
            key="remove"
            danger
            style={{ float: 'inline-start' }}
            onClick={() => actions.remove([word], [], onClose)}
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
        initialValues={{ ...start, expires: expiresOn === null ? null : dayjs(expiresOn) }}
        onFinish={save}
      >
        <Form.Item name="kind" label={t('words.kind')} extra={kind === 'pattern' ? t('words.kind.pattern.note') : null}>
          <Radio.Group
            optionType="button"
            options={(['word', 'pattern'] as const).map((value) => ({ value, label: t(`words.kind.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="text"
          label={t('words.text')}
          rules={[{ required: true, whitespace: true, message: t('words.required') }]}
        >
          <Input
            maxLength={kind === 'pattern' ? userLimits.patternLength : userLimits.textLength}
            className={kind === 'pattern' ? 'mono' : ''}
          />
        </Form.Item>
        <Form.Item name="severity" label={t('words.severity')}>
          <Radio.Group
            options={(['block', 'warn', 'info'] as const).map((value) => ({ value, label: t(`severity.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="note" label={t('words.note')}>
          <Input maxLength={userLimits.noteLength} placeholder={t('words.note.placeholder')} />
        </Form.Item>
        <div className="form-columns">
          <Form.Item name="category" label={t('words.category')} extra={t('words.category.note')}>
            <CategorySelect />
          </Form.Item>
          <Form.Item name="expires" label={t('words.expires')}>
            <DatePicker placeholder={t('words.expires.never')} style={{ width: '100%' }} />
          </Form.Item>
        </div>
      </Form>
    </Modal>
  );
}
