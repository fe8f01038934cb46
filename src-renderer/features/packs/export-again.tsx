import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { SurfaceId } from '#contract/surfaces';
import { useTranslator } from '../../i18n/locale.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { ExportDialog } from './export-dialog.tsx';

/** Exports the pack's campaign anew; nothing while the campaign is gone. */
export function ExportAgain({ campaignId, surface }: { campaignId: number; surface: SurfaceId }): ReactNode {
  const { t } = useTranslator();
  const campaign = useRemote('campaigns.get', { id: campaignId });
  const [open, setOpen] = useState(false);
  if (!campaign.data) return null;
  const surfaces = campaign.data.surfaces.map((each) => each.surface);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('packs.again')}</Button>
      {open ? (
        <ExportDialog
          campaignId={campaignId}
          surfaces={surfaces.includes(surface) ? surfaces : [surface, ...surfaces]}
          surface={surface}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
