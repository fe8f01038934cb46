import { Form, Input, type InputRef, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { useFocusOnOpen } from '../../ui/use-focus-on-open.ts';

interface Fields {
  find: string;
  replacement?: string;
}

/** Asks what to look for in the copies and what to put there instead; the changes are shown before they are made. */
export function ReplaceDialog({
  onPreview,
  onClose,
}: {
  onPreview(find: string, replacement: string): void;
  onClose(): void;
}): ReactNode {
  const { t } = useTranslator();
  const [form] = Form.useForm<Fields>();
  const { ref, afterOpenChange } = useFocusOnOpen<InputRef>();
  const find = Form.useWatch('find', form) ?? '';
  return (
    <Modal
      open
      width={520}
      title={t('fixes.replace')}
      okText={t('fixes.preview')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: find === '' }}
      onOk={() => form.submit()}
      onCancel={onClose}
      afterOpenChange={afterOpenChange}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ find: what, replacement = '' }) => onPreview(what, replacement)}
      >
        <Form.Item name="find" label={t('fixes.find')}>
          <Input ref={ref} maxLength={200} onPressEnter={() => form.submit()} />
        </Form.Item>
        <Form.Item name="replacement" label={t('fixes.replacement')} extra={t('fixes.replacementHint')}>
          <Input maxLength={500} onPressEnter={() => form.submit()} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
