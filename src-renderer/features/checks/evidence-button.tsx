import { Button, type ButtonProps } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { EvidenceDrawer } from './evidence-drawer.tsx';

/** Opens the evidence of one link. */
export function EvidenceButton({
  linkId,
  children,
  ...button
}: { linkId: number; children?: ReactNode } & Omit<ButtonProps, 'onClick'>): ReactNode {
  const { t } = useTranslator();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button {...button} onClick={() => setOpen(true)}>
        {children ?? t('evidence.open')}
      </Button>
      <EvidenceDrawer linkId={open ? linkId : null} onClose={() => setOpen(false)} />
    </>
  );
}
