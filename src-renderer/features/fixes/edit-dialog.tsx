import { Modal, Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CampaignItem, ItemTarget } from '#contract/campaigns';
import { useTranslator } from '../../i18n/locale.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { OneLine } from '../../ui/one-line.tsx';
import { CopyEditor } from '../compliance/copy-editor.tsx';

interface EditDialogProps {
  target: ItemTarget;
  busy: boolean;
  onSave(text: string): void;
  onClose(): void;
}

/** The copy of one item, judged while it is changed. */
export function EditDialog({ target, busy, onSave, onClose }: EditDialogProps): ReactNode {
  const { t } = useTranslator();
  const { data, error, reload } = useRemote('campaigns.item', target);
  const [text, setText] = useState<string | null>(null);
  const isChanged = text !== null && text !== data?.text;
  return (
    <Modal
      open
      width={680}
      title={t('fixes.edit.title', { surface: t(`surface.${target.surface}`) })}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: !isChanged, loading: busy }}
      onOk={() => text !== null && onSave(text)}
      onCancel={onClose}
      destroyOnHidden
    >
      {error ? <ErrorNotice error={error} onRetry={reload} /> : null}
      {data ? <Editor item={data} surface={target.surface} onChange={setText} /> : null}
      {data === null && error === null ? <Skeleton active paragraph={{ rows: 6 }} /> : null}
    </Modal>
  );
}

interface EditorProps {
  item: CampaignItem;
  surface: string;
  onChange(text: string): void;
}

function Editor({ item, surface, onChange }: EditorProps): ReactNode {
  const { t } = useTranslator();
  // What others change meanwhile must not overwrite what is being typed.
  const [first] = useState(item.text);
  return (
    <>
      <OneLine as="p" className="secondary">
        {item.title}
      </OneLine>
      <CopyEditor
        textId={`fix-${item.itemId}-${surface}`}
        value={first}
        onChange={onChange}
        surface={surface}
        label={t('fixes.edit.label')}
        listFindings
      />
    </>
  );
}
