import { App, Button, Input, Modal, Radio, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ProductSelection } from '#contract/catalog';
import { campaignSurfaceIds, type SurfaceId } from '#contract/surfaces';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices, useSettings } from '../../state/services.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SurfaceSelect } from '../../ui/surface-select.tsx';
import { useAction } from '../../ui/use-action.ts';

interface AddToCampaignDialogProps {
  products: ProductSelection;
  /** Null while unknown. */
  count: number | null;
  onClose(): void;
  onAdded(): void;
}

/** Puts products into a campaign, one there is or a new one. */
export function AddToCampaignDialog({ products, count, onClose, onAdded }: AddToCampaignDialogProps): ReactNode {
  const { t, locale } = useTranslator();
  const { message } = App.useApp();
  const { transport, route } = useServices();
  const { surface: usual } = useSettings();
  const { busy, run } = useAction();
  const { data: campaigns, error, reload } = useRemote('campaigns.list', { archived: false });
  const [chosen, setChosen] = useState<'new' | 'known' | null>(null);
  const [campaignId, setCampaignId] = useState<number | null>(null);
  const [name, setName] = useState('');
  const [surface, setSurface] = useState<SurfaceId>(usual);
  const target = chosen ?? (campaigns && campaigns.length > 0 ? 'known' : 'new');
  const knownId = campaignId ?? campaigns?.[0]?.id ?? null;

  const done = (id: number, text: string): void => {
    onAdded();
    onClose();
    void message.success({
      duration: 6,
      content: (
        <>
          {text}
          <Button type="link" size="small" onClick={() => route.getState().go('campaigns', { id: String(id) })}>
            {t('catalog.openCampaign')}
          </Button>
        </>
      ),
    });
  };
  const add = (): void =>
    run(async () => {
      if (target === 'known' && knownId !== null) {
        const { added, already } = await transport.call('campaigns.addProducts', { id: knownId, products });
        done(knownId, t('catalog.added', { n: added, already }));
        return;
      }
      const surfaces = [{ surface, templateId: null }];
      const created = await transport.call('campaigns.create', { name, scheduledOn: null, surfaces, products });
      done(created.id, t('catalog.campaignCreated', { name: created.name, n: created.added }));
    });

  return (
    <Modal
      open
      title={t('catalog.addTitle', { n: count === null ? '…' : count.toLocaleString(locale) })}
      onCancel={onClose}
      onOk={add}
      okText={target === 'new' ? t('catalog.createAndAdd') : t('common.add')}
      okButtonProps={{ loading: busy, disabled: target === 'new' ? name.trim() === '' : knownId === null }}
    >
      {error ? <ErrorNotice error={error} onRetry={reload} /> : null}
      <Radio.Group
        className="add-choice"
        value={target}
        onChange={(event) => setChosen(event.target.value === 'new' ? 'new' : 'known')}
      >
        <Radio value="known" disabled={!campaigns || campaigns.length === 0}>
          {t('catalog.knownCampaign')}
        </Radio>
        {target === 'known' ? (
          <Select
            aria-label={t('catalog.knownCampaign')}
            showSearch={{ optionFilterProp: 'label' }}
            value={knownId}
            onChange={setCampaignId}
            options={(campaigns ?? []).map((campaign) => ({
              value: campaign.id,
              label: `${campaign.name} · ${t('common.items', { n: campaign.items })}`,
            }))}
          />
        ) : null}
        <Radio value="new">{t('catalog.newCampaign')}</Radio>
        {target === 'new' ? (
          <div className="add-new">
            <Input
              aria-label={t('catalog.campaignName')}
              placeholder={t('catalog.campaignName')}
              value={name}
              maxLength={200}
              onChange={(event) => setName(event.target.value)}
              onPressEnter={() => (name.trim() === '' ? undefined : add())}
            />
            <SurfaceSelect value={surface} onChange={setSurface} among={campaignSurfaceIds} />
          </div>
        ) : null}
      </Radio.Group>
    </Modal>
  );
}
