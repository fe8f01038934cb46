import { DatePicker, Form, Input, Modal } from 'antd';
import type { InputRef } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ReactNode } from 'react';
import type { CampaignSummary } from '#contract/campaigns';
import type { Changed } from '#contract/campaign-changes';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices, useSettings } from '../../state/services.tsx';
import { useToday } from '../../state/use-today.ts';
import { useFocusOnOpen } from '../../ui/use-focus-on-open.ts';
import { type Place, PlacesField } from './places-field.tsx';
import { useCampaignChange } from './use-campaign-change.ts';

interface CampaignDialogProps {
  /** Null: a new one. */
  campaign: CampaignSummary | null;
  onDone?(campaign: CampaignSummary): void;
  onClose(): void;
}

interface Fields {
  name: string;
  day: Dayjs | null;
  places: Place[];
  note: string;
}

/** Makes a campaign, or changes what is said about it: name, day, where it is posted with which template, note. */
export function CampaignDialog({ campaign, onDone, onClose }: CampaignDialogProps): ReactNode {
  const { t } = useTranslator();
  const { transport } = useServices();
  const { surface } = useSettings();
  const today = useToday();
  const { change, busy } = useCampaignChange();
  const [form] = Form.useForm<Fields>();
  const { ref, afterOpenChange } = useFocusOnOpen<InputRef>();
  const initial: Fields = campaign
    ? {
        name: campaign.name,
        day: campaign.scheduledOn === null ? null : dayjs(campaign.scheduledOn),
        places: campaign.surfaces.map(({ surface, templateId }) => ({ surface, templateId })),
        note: campaign.note,
      }
    : { name: '', day: dayjs(today), places: [{ surface, templateId: null }], note: '' };

  function save({ name, day, places: surfaces, note }: Fields): void {
    const scheduledOn = day?.format('YYYY-MM-DD') ?? null;
    const made = (result: CampaignSummary & Changed): void => {
      onClose();
      onDone?.(result);
    };
    change<CampaignSummary & Changed>(
      () =>
        campaign
          ? transport.call('campaigns.update', { id: campaign.id, name, scheduledOn, surfaces, note })
          : transport.call('campaigns.create', { name, scheduledOn, surfaces, products: null }),
      made,
    );
  }

  return (
    <Modal
      open
      width={560}
      title={t(campaign ? 'campaigns.edit' : 'campaigns.new')}
      okText={t(campaign ? 'common.save' : 'campaigns.create')}
      okButtonProps={{ loading: busy }}
      onOk={() => form.submit()}
      onCancel={onClose}
      afterOpenChange={afterOpenChange}
    >
      <Form form={form} layout="vertical" requiredMark={false} initialValues={initial} onFinish={save}>
        <Form.Item
          name="name"
          label={t('campaigns.name')}
          rules={[{ required: true, whitespace: true, message: t('campaigns.nameMissing') }]}
        >
          <Input
            ref={ref}
            maxLength={200}
            placeholder={t('campaigns.namePlaceholder')}
            onPressEnter={(event) => {
              // Enter of an input method chooses a word.
              if (!event.nativeEvent.isComposing) form.submit();
            }}
          />
        </Form.Item>
        <Form.Item name="day" label={t('campaigns.day')}>
          <DatePicker placeholder={t('campaigns.undated')} className="campaign-day-field" />
        </Form.Item>
        <Form.Item
          name="places"
          label={t('campaigns.places')}
          rules={[{ required: true, type: 'array', min: 1, message: t('campaigns.placesMissing') }]}
        >
          <PlacesField />
        </Form.Item>
        {campaign ? (
          <Form.Item name="note" label={t('campaigns.noteField')}>
            <Input.TextArea maxLength={2000} rows={3} />
          </Form.Item>
        ) : null}
      </Form>
    </Modal>
  );
}
