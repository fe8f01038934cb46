import { Form, Input, Modal } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { useFocusOnOpen } from '../../ui/use-focus-on-open.ts';

interface OverrideDialogProps {
  count: number;
  busy: boolean;
  onAllow(reason: string): void;
  onClose(): void;
}

/** Asks for the written reason without which nothing goes out that something speaks against. */
export function OverrideDialog({ count, busy, onAllow, onClose }: OverrideDialogProps): ReactNode {
  const { t } = useTranslator();
  const [form] = Form.useForm<{ reason: string }>();
  const { ref, afterOpenChange } = useFocusOnOpen<TextAreaRef>();
  return (
    <Modal
      open
      width={520}
      title={t('fixes.override.title', { n: count })}
      okText={t('fixes.override.do')}
      cancelText={t('common.cancel')}
      okButtonProps={{ loading: busy }}
      onOk={() => form.submit()}
      onCancel={onClose}
      afterOpenChange={afterOpenChange}
    >
      <p className="secondary">{t('fixes.override.note')}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={({ reason }) => onAllow(reason.trim())}>
        <Form.Item
          name="reason"
          label={t('fixes.override.label')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('fixes.override.missing') }]}
        >
          <Input.TextArea
            ref={ref}
            maxLength={500}
            autoSize={{ minRows: 3, maxRows: 6 }}
            placeholder={t('fixes.override.placeholder')}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
