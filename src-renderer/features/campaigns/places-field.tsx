import { Checkbox, Select } from 'antd';
import type { ReactNode } from 'react';
import { campaignSurfaceIds, type SurfaceId } from '#contract/surfaces';
import { useTranslator } from '../../i18n/locale.tsx';
import { useRemote } from '../../state/use-remote.ts';

/** Where a campaign is posted, and by which template; null = the usual one. */
export interface Place {
  surface: SurfaceId;
  templateId: string | null;
}

interface PlacesFieldProps {
  /** Given by the form around it. */
  value?: readonly Place[];
  onChange?(places: Place[]): void;
}

/** Chooses places, each with the template its copy begins with. */
export function PlacesField({ value = [], onChange }: PlacesFieldProps): ReactNode {
  const { t } = useTranslator();
  const { data: templates } = useRemote('templates.list', {});
  // A place people no longer post to stays choosable while the campaign has it.
  const offered = [...new Set<SurfaceId>([...campaignSurfaceIds, ...value.map(({ surface }) => surface)])];

  function tick(surface: SurfaceId, on: boolean): void {
    const kept = value.filter((place) => place.surface !== surface);
    const next = on ? [...kept, { surface, templateId: null }] : kept;
    onChange?.(offered.flatMap((id) => next.find((place) => place.surface === id) ?? []));
  }
  const choose = (surface: SurfaceId, templateId: string): void =>
    onChange?.(value.map((place) => (place.surface === surface ? { surface, templateId } : place)));

  return (
    <ul className="places-field">
      {offered.map((surface) => {
        const place = value.find((each) => each.surface === surface);
        const fitting = (templates ?? []).filter((template) => template.surface === surface);
        const others = (templates ?? []).filter((template) => template.surface !== surface && !template.builtIn);
        const usual = fitting.find(({ builtIn }) => builtIn)?.id ?? null;
        return (
          <li key={surface}>
            <Checkbox checked={place !== undefined} onChange={({ target }) => tick(surface, target.checked)}>
              {t(`surface.${surface}`)}
            </Checkbox>
            {place ? (
              <Select
                aria-label={t('campaigns.templateFor', { surface: t(`surface.${surface}`) })}
                loading={templates === null}
                value={place.templateId ?? usual}
                onChange={(id) => id !== null && choose(surface, id)}
                options={[...fitting, ...others].map(({ id, name }) => ({ value: id, label: name }))}
                popupMatchSelectWidth={false}
              />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
