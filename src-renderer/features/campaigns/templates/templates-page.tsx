import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { CopyTemplate } from '#contract/templates';
import { useTranslator } from '../../../i18n/locale.tsx';
import { useRoute, useServices } from '../../../state/services.tsx';
import { newTemplate } from '../../../state/template-drafts.ts';
import { useRemote } from '../../../state/use-remote.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useCampaignRoutes } from '../use-campaign-routes.ts';
import { TemplateEditor } from './template-editor.tsx';
import { TemplateList } from './template-list.tsx';
import { TemplateTransfer } from './template-transfer.tsx';
import './templates.css';

/** What the editor starts from; a template that was never saved has no id. */
export type OpenTemplate = Omit<CopyTemplate, 'id'> & { id: string | null };

/** All copy templates: the program's to use or to copy, the user's to change, each with a preview on real products. */
export function TemplatesPage(): ReactNode {
  const { t } = useTranslator();
  const { templateDrafts } = useServices();
  const drafts = useStore(templateDrafts, (state) => state.drafts);
  const routes = useCampaignRoutes();
  const { view } = useRoute();
  const { data, error, reload } = useRemote('templates.list', {});
  const asked = typeof view['template'] === 'string' ? view['template'] : null;
  const draft = drafts[newTemplate];
  const fresh: OpenTemplate | null = draft ? { ...draft, id: null, description: '', builtIn: false } : null;
  const open = asked === newTemplate ? fresh : (data?.find(({ id }) => id === asked) ?? fresh ?? data?.[0] ?? null);

  /** A new one of the user's, beginning as another one is. */
  function begin(from: OpenTemplate): void {
    const name = t('templates.copyOf', { name: from.name }).slice(0, 200);
    templateDrafts.getState().keep(newTemplate, { name, surface: from.surface, body: from.body });
    routes.templates(newTemplate);
  }
  const [first] = data ?? [];
  return (
    <div className="page-fill">
      <PageHeader
        title={t('templates.title')}
        note={
          <span className="desk-note">
            <Button type="link" size="small" onClick={routes.list}>
              {t('campaigns.toList')}
            </Button>
            <span>{t('templates.note')}</span>
          </span>
        }
        actions={
          <>
            <TemplateTransfer templates={data ?? []} onAdded={(id) => routes.templates(id)} />
            <Button type="primary" disabled={!first} onClick={() => first && begin({ ...(open ?? first) })}>
              {t('templates.new')}
            </Button>
          </>
        }
      />
      {error ? <ErrorNotice error={error} onRetry={reload} /> : null}
      {data === null && !error ? <Skeleton active paragraph={{ rows: 10 }} /> : null}
      {data ? (
        <div className="templates">
          <TemplateList templates={data} fresh={fresh} openId={open?.id ?? newTemplate} onOpen={routes.templates} />
          {open ? (
            <TemplateEditor
              key={open.id ?? newTemplate}
              template={open}
              onCopy={begin}
              onSaved={routes.templates}
              onGone={() => routes.templates()}
            />
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
