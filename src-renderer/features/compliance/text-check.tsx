import { type ReactNode, useState } from 'react';
import { campaignSurfaceIds, type SurfaceId } from '#contract/surfaces';
import { useTranslator } from '../../i18n/locale.tsx';
import { useSettings } from '../../state/services.tsx';
import { SurfaceSelect } from '../../ui/surface-select.tsx';
import { CopyEditor } from './copy-editor.tsx';

/** Judges any text one types or pastes, by the rules of a day (null = the day the user judges by) and the user's lists. */
export function TextCheck({ asOf }: { asOf: string | null }): ReactNode {
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
      asOf={asOf}
      label={t('compliance.check.label')}
      placeholder={t('compliance.check.placeholder')}
      listFindings
      extra={<SurfaceSelect value={surface} onChange={setSurface} among={campaignSurfaceIds} />}
    />
  );
}
