import type { ReactNode } from 'react';
import type { PolicyStory } from '#domain/openability/pack-shape';
import { useTranslator } from '../../i18n/locale.tsx';
import { Panel } from '../../ui/panel.tsx';

/** The classic cases, each leading to its own page. */
export function PolicyStories({
  stories,
  onOpen,
}: {
  stories: readonly PolicyStory[];
  onOpen(id: string): void;
}): ReactNode {
  const { t, pick } = useTranslator();
  if (stories.length === 0) return null;
  return (
    <Panel title={t('policy.stories')} note={t('policy.stories.note')}>
      <div className="story-cards">
        {stories.map(({ id, title, summary, steps }) => (
          <button key={id} type="button" className="story-card" onClick={() => onOpen(id)}>
            <strong>{pick(title)}</strong>
            <span>{pick(summary)}</span>
            <small>
              {steps[0]?.when ?? ''} – {steps.at(-1)?.when ?? ''} · {t('policy.story.steps', { n: steps.length })}
            </small>
          </button>
        ))}
      </div>
    </Panel>
  );
}
