import { App, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useAction } from '../../ui/use-action.ts';

/** Takes over marks that were set on a pack's own page, pasted as text. */
export function MarksDialog({ onClose }: { onClose(): void }): ReactNode {
  const { t } = useTranslator();
  const { message } = App.useApp();
  const { transport, route } = useServices();
  const { busy, run } = useAction();
  const [text, setText] = useState('');

  async function take(): Promise<void> {
    const { id, marked, already } = await transport.call('packs.takeMarks', { text });
    void message.success(t('packs.marksTaken', { marked, already }));
    route.getState().go('packs', { id: String(id) });
    onClose();
  }

  return (
    <Modal
      open
      title={t('packs.takeMarks')}
      onCancel={onClose}
      onOk={() => run(take)}
      okButtonProps={{ disabled: text.trim() === '', loading: busy }}
    >
      <p className="secondary">{t('packs.marksNote')}</p>
      <Input.TextArea
        aria-label={t('packs.takeMarks')}
        value={text}
        autoSize={{ minRows: 3, maxRows: 8 }}
        placeholder={t('packs.marksExample')}
        onChange={({ target }) => setText(target.value)}
      />
    </Modal>
  );
}
