import type { Translator } from '../../i18n/locale.tsx';
import type { CampaignStep } from './campaign-progress.ts';

/** The next step of a campaign as the words on its button; `places` = surfaces it is posted on. */
export function stepText(step: CampaignStep, places: number, { t }: Pick<Translator, 't'>): string {
  switch (step.kind) {
    case 'fix':
    case 'export':
    case 'post':
      return places === 1
        ? t(`campaigns.step.${step.kind}All`, { n: step.n })
        : t(`campaigns.step.${step.kind}`, { n: step.n, surface: t(`surface.${step.surface}`) });
    case 'add-products':
    case 'done':
      return t(`campaigns.step.${step.kind}`);
  }
}
