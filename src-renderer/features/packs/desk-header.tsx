import { ArrowLeftOutlined, MobileOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { PackSummary } from '#contract/packs';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { useAction } from '../../ui/use-action.ts';
import { ExportAgain } from './export-again.tsx';
import { PackStateTags } from './pack-columns.tsx';
import { PhoneDialog } from './phone-dialog.tsx';
import { shortTime } from '../../ui/short-time.ts';
import { usePackFile } from './use-pack-file.ts';

/** What a pack is, how it stands, and what can be done with it as a whole. */
export function DeskHeader({ pack }: { pack: PackSummary }): ReactNode {
  const { t, locale } = useTranslator();
  const { route, host } = useServices();
  const states = useRemote('packs.states', { ids: [pack.id] });
  const { error, show, download } = usePackFile(pack.id);
  const [phone, setPhone] = useState(false);
  const state = states.data?.[0];
  const there = state?.file === 'there';
  return (
    <>
      <Button
        type="link"
        className="back-link"
        icon={<ArrowLeftOutlined />}
        onClick={() => route.getState().go('packs')}
      >
        {t('packs.back')}
      </Button>
      <PageHeader
        title={pack.campaignName}
        note={
          <span className="tag-line">
            {t(`surface.${pack.surface}`)} · {t('phone.progress', { posted: pack.posted, items: pack.exported })} ·{' '}
            {shortTime(pack.createdAt, locale)} <PackStateTags state={state} t={t} />
          </span>
        }
        actions={
          <>
            <Forget pack={pack} />
            {pack.campaignId === null ? null : <ExportAgain campaignId={pack.campaignId} surface={pack.surface} />}
            {there && !host.capabilities.saveDialog && pack.container === 'zip' ? (
              <Button onClick={download}>{t('packs.download')}</Button>
            ) : null}
            {there && host.capabilities.showInFolder ? <Button onClick={show}>{t('packs.show')}</Button> : null}
            <Button type="primary" icon={<MobileOutlined />} disabled={!there} onClick={() => setPhone(true)}>
              {t('packs.phone')}
            </Button>
          </>
        }
      />
      {error ? <ErrorNotice error={error} /> : null}
      {phone ? <PhoneDialog pack={pack} onClose={() => setPhone(false)} /> : null}
    </>
  );
}

function Forget({ pack }: { pack: PackSummary }): ReactNode {
  const { t } = useTranslator();
  const { modal } = App.useApp();
  const { transport, route } = useServices();
  const { busy, run } = useAction();
  async function forget(): Promise<void> {
    const sure = await modal.confirm({
      title: t('packs.forget'),
      content: t('packs.forgetAsk', { name: pack.fileName }),
      okText: t('packs.forget'),
      okButtonProps: { danger: true },
    });
    if (!sure) return;
    await transport.call('packs.forget', { id: pack.id });
    route.getState().go('packs');
  }
  return (
    <Button type="text" disabled={busy} onClick={() => run(forget)}>
      {t('packs.forget')}
    </Button>
  );
}
