import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslator } from '../../../i18n/locale.tsx';
import { useServices } from '../../../state/services.tsx';
import { newTemplate } from '../../../state/template-drafts.ts';
import { useRemote } from '../../../state/use-remote.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useCampaignRoutes } from '../use-campaign-routes.ts';
import { TemplateEditor } from './template-editor.tsx';
import { TemplateList } from './template-list.tsx';
import { TemplateTransfer } from './template-transfer.tsx';
import { type OpenTemplate, useOpenTemplate } from './use-open-template.ts';
import './templates.css';

/** All copy templates: the program's to use or to copy, the user's to change, each with a preview on real products. */
export function TemplatesPage(): ReactNode {
  const { t } = useTranslator();
  const { templateDrafts } = useServices();
  const routes = useCampaignRoutes();
  const { data, error, reload } = useRemote('templates.list', {});
  const { fresh, open } = useOpenTemplate(data ?? []);

  /** A new one of the user's, beginning as another one is. */
  function begin(from: OpenTemplate): void {
    const name = t('templates.copyOf', { name: from.name }).slice(0, 200);
    templateDrafts.getState().keep(newTemplate, { name, surface: from.surface, body: from.body });
    routes.templates(newTemplate);
  }
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
            <Button type="primary" disabled={!open} onClick={() => open && begin(open)}>
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
