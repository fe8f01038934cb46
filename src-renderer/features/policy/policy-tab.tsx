import { Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import { useRoute, useServices } from '../../state/services.tsx';
import { useJudgingDay } from '../../state/use-judging-day.ts';
import { useRemote } from '../../state/use-remote.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PolicyMatrix } from './policy-matrix.tsx';
import { PolicyPacks } from './policy-packs.tsx';
import { PolicyStories } from './policy-stories.tsx';
import { StoryPage } from './story-page.tsx';
import './policy.css';

/** The openability rules of any day: the table, how the classic cases came to it, and the packs. */
export function PolicyTab(): ReactNode {
  const { route } = useServices();
  const { view } = useRoute();
  const judgingDay = useJudgingDay();
  const [chosen, setChosen] = useState<string | null>(null);
  const { data, error, reload } = useRemote('rules.openability', { asOf: chosen ?? judgingDay });
  if (!data) return error ? <ErrorNotice error={error} onRetry={reload} /> : <Skeleton active />;
  const story = data.pack.stories.find(({ id }) => id === view['story']);
  if (story) {
    return <StoryPage story={story} pack={data.pack} onBack={() => route.getState().setView({ tab: 'policy' })} />;
  }
  return (
    <div className="stack">
      <PolicyMatrix rules={data} chosen={chosen} onChoose={setChosen} />
      <PolicyStories
        stories={data.pack.stories}
        onOpen={(id) => route.getState().go('rules', { view: { tab: 'policy', story: id } })}
      />
      <PolicyPacks />
    </div>
  );
}
