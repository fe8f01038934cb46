import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { campaignSurfaceIds } from '#contract/surfaces';
import type { CopyTemplate } from '#contract/templates';
import { useTranslator } from '../../../i18n/locale.tsx';
import { useServices } from '../../../state/services.tsx';
import { newTemplate } from '../../../state/template-drafts.ts';
import { OneLine } from '../../../ui/one-line.tsx';
import type { OpenTemplate } from './use-open-template.ts';

interface TemplateListProps {
  templates: readonly CopyTemplate[];
  /** The one that was never saved. */
  fresh: OpenTemplate | null;
  openId: string;
  onOpen(id: string): void;
}

/** Templates by place, the user's own first. */
export function TemplateList({ templates, fresh, openId, onOpen }: TemplateListProps): ReactNode {
  const { t } = useTranslator();
  const { templateDrafts } = useServices();
  const drafts = useStore(templateDrafts, (state) => state.drafts);
  const entry = (id: string, { name, description, builtIn }: OpenTemplate): ReactNode => {
    const about = drafts[id] ? t('templates.unsaved') : builtIn ? description : t('templates.mine');
    return (
      <li key={id}>
        <button type="button" aria-current={id === openId} onClick={() => onOpen(id)}>
          <OneLine>{drafts[id]?.name ?? name}</OneLine>
          <OneLine as="small">{about}</OneLine>
        </button>
      </li>
    );
  };
  return (
    <nav className="template-list" aria-label={t('templates.title')}>
      {fresh ? <ul>{entry(newTemplate, fresh)}</ul> : null}
      {campaignSurfaceIds.map((surface) => {
        const here = templates.filter((template) => template.surface === surface);
        if (here.length === 0) return null;
        return (
          <section key={surface} aria-labelledby={`templates-${surface}`}>
            <h2 id={`templates-${surface}`}>{t(`surface.${surface}`)}</h2>
            <ul>{here.map((template) => entry(template.id, template))}</ul>
          </section>
        );
      })}
    </nav>
  );
}
