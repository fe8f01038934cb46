import type { CampaignChange } from '#contract/campaign-changes';
import { changeMessages } from '#contract/messages/campaign-messages';
import type { SurfaceId } from '#contract/surfaces';
import type { Translator } from '../../i18n/locale.tsx';

/** What was done, as a sentence. */
export function changeText({ action, params }: CampaignChange, { t, pick }: Pick<Translator, 't' | 'pick'>): string {
  const named = { ...params };
  for (const key of ['surface', 'to'] as const) {
    const place = params[key];
    if (place !== undefined) named[key] = t(`surface.${place as SurfaceId}`);
  }
  return pick(changeMessages[action][params['n'] === 1 ? 'one' : 'many'], named);
}
