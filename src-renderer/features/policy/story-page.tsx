import { ArrowLeftOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { confidenceNames } from '#contract/messages/openability-messages';
import type { Bilingual, OpenabilityPack, PolicyStory } from '#domain/openability/pack-shape';
import { useTranslator } from '../../i18n/locale.tsx';
import { OutcomeTag } from '../../ui/outcome-tag.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SourceList } from '../compliance/finding-details.tsx';

interface StoryPageProps {
  story: PolicyStory;
  pack: OpenabilityPack;
  onBack(): void;
}

/** How WeChat treated one kind of link over the years, each turn with its sources, and what nobody knows yet. */
export function StoryPage({ story, pack, onBack }: StoryPageProps): ReactNode {
  const { t, pick } = useTranslator();
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers return a promise, and an effect may not.
    top.current?.scrollIntoView();
  }, []);
  return (
    <div className="stack story">
      <div ref={top}>
        <Button type="link" icon={<ArrowLeftOutlined />} className="story-back" onClick={onBack}>
          {t('policy.story.back')}
        </Button>
      </div>
      <Panel title={pick(story.title)} note={pick(story.summary)}>
        <ol className="story-steps">
          {story.steps.map((step) => (
            <li key={`${step.on} ${step.text.zh}`}>
              <strong className="tabular">{step.when}</strong>
              <p>{pick(step.text)}</p>
              <StepOutcomes rowIds={step.rows} pack={pack} />
              <p className="rule-facts">
                <span>{pick(confidenceNames[step.confidence])}</span>
              </p>
              <SourceList sources={step.source} />
            </li>
          ))}
        </ol>
        <Alert type="info" showIcon title={t('policy.story.open')} description={pick(story.open)} />
      </Panel>
    </div>
  );
}

/** What the rules of a turn say, place by place; of what, where a turn speaks of several things. */
function StepOutcomes({ rowIds, pack }: { rowIds: readonly string[]; pack: OpenabilityPack }): ReactNode {
  const { pick } = useTranslator();
  const rows = pack.rows.filter(({ id }) => rowIds.includes(id));
  if (rows.length === 0) return null;
  const isMixed = new Set(rows.map(({ linkClass }) => linkClass)).size > 1;
  const nameIn = (list: readonly { id: string; name: Bilingual }[], id: string): string =>
    pick(list.find((each) => each.id === id)?.name ?? { zh: id, en: id });
  return (
    <p className="step-outcomes">
      {rows.map(({ id, surface, linkClass, outcome }) => (
        <span key={id}>
          {nameIn(pack.surfaces, surface)}
          {isMixed ? ` · ${nameIn(pack.linkClasses, linkClass)}` : ''} <OutcomeTag outcome={outcome} />
        </span>
      ))}
    </p>
  );
}
