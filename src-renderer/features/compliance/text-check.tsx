import { Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { campaignSurfaceIds, type SurfaceId } from '#contract/surfaces';
import { useTranslator } from '../../i18n/locale.tsx';
import { useSettings } from '../../state/services.tsx';
import { CopyEditor } from './copy-editor.tsx';

/** Judges any text one types or pastes, by the rules and lists in force. */
export function TextCheck(): ReactNode {
  const { t } = useTranslator();
  const settings = useSettings();
  const [surface, setSurface] = useState<SurfaceId>(settings.surface);
  const [text, setText] = useState('');
  return (
    <CopyEditor
      textId="text-check"
      value={text}
      onChange={setText}
      surface={surface}
      label={t('compliance.check.label')}
      placeholder={t('compliance.check.placeholder')}
      listFindings
      extra={
        <Select
          size="small"
          aria-label={t('compliance.check.surface')}
          value={surface}
          onChange={setSurface}
          options={campaignSurfaceIds.map((id) => ({ value: id, label: t(`surface.${id}`) }))}
          popupMatchSelectWidth={false}
        />
      }
    />
  );
}
