import { Alert, Button, Form, Input } from 'antd';
import type { EditorView } from '@codemirror/view';
import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import { campaignSurfaceIds } from '#contract/surfaces';
import { useTranslator } from '../../../i18n/locale.tsx';
import { useServices } from '../../../state/services.tsx';
import { newTemplate, type TemplateDraft } from '../../../state/template-drafts.ts';
import { useRemote } from '../../../state/use-remote.ts';
import { SurfaceSelect } from '../../../ui/surface-select.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { useSettled } from '../../../ui/use-settled.ts';
import { useUndoNotice } from '../../../ui/use-undo-notice.tsx';
import { insertText } from '../../compliance/editor/use-copy-view.ts';
import { InsertPalette } from './insert-palette.tsx';
import { ProblemList } from './problem-list.tsx';
import { goToLine, TemplateCode } from './template-code.tsx';
import { TemplatePreview } from './template-preview.tsx';
import type { OpenTemplate } from './use-open-template.ts';

interface TemplateEditorProps {
  template: OpenTemplate;
  onCopy(template: OpenTemplate): void;
  onSaved(id: string): void;
  /** It was deleted, or its draft dropped before it was ever saved. */
  onGone(): void;
}

/** Pause in typing after which the preview is made anew. */
const previewPauseMs = 200;

/** Writes one template beside what it makes of real products. The program's own are to read and to copy. */
export function TemplateEditor({ template, onCopy, onSaved, onGone }: TemplateEditorProps): ReactNode {
  const { t } = useTranslator();
  const { transport, templateDrafts } = useServices();
  const { run, busy } = useAction();
  const notice = useUndoNotice();
  const [view, setView] = useState<EditorView | null>(null);
  const [productId, setProductId] = useState<string | null>(null);
  const key = template.id ?? newTemplate;
  const draft = useStore(templateDrafts, (state) => state.drafts[key]);
  const { name, surface, body }: TemplateDraft = draft ?? template;
  const isChanged = draft !== undefined;
  const change = (part: Partial<TemplateDraft>): void => {
    const next = { name, surface, body, ...part };
    const same = template.id !== null && next.name === template.name && next.surface === template.surface;
    if (same && next.body === template.body) templateDrafts.getState().drop(key);
    else templateDrafts.getState().keep(key, next);
  };
  const shown = useSettled(body, previewPauseMs);
  const preview = useRemote('templates.preview', { body: shown, surface, productId });
  const errors = preview.data?.problems.filter(({ severity }) => severity === 'error') ?? [];
  const canSave = isChanged && name.trim() !== '' && body.trim() !== '' && errors.length === 0;

  const save = (): void =>
    run(async () => {
      const saved = await transport.call('templates.save', { id: template.id, name, surface, body });
      templateDrafts.getState().drop(key);
      onSaved(saved.id);
    });
  const remove = (): void =>
    run(async () => {
      const { id } = template;
      templateDrafts.getState().drop(key);
      if (id !== null) {
        await transport.call('templates.delete', { id });
        const { name, surface, body } = template;
        notice(t('templates.deleted', { name }), () => transport.call('templates.save', { id, name, surface, body }));
      }
      onGone();
    });

  return (
    <div className="template-editor">
      <section aria-label={name}>
        {template.builtIn ? (
          <Alert
            type="info"
            title={template.description}
            action={
              <Button size="small" type="primary" onClick={() => onCopy(template)}>
                {t('templates.copy')}
              </Button>
            }
          />
        ) : (
          <div className="template-fields">
            <Form.Item label={t('campaigns.name')} htmlFor="template-name">
              <Input
                id="template-name"
                value={name}
                maxLength={200}
                onChange={({ target }) => change({ name: target.value })}
              />
            </Form.Item>
            <SurfaceSelect value={surface} among={campaignSurfaceIds} onChange={(next) => change({ surface: next })} />
          </div>
        )}
        <TemplateCode
          textId={key}
          value={body}
          readOnly={template.builtIn}
          onChange={(next) => change({ body: next })}
          onView={setView}
        />
        <ProblemList problems={preview.data?.problems ?? []} onGo={(line) => view && goToLine(view, line)} />
        {template.builtIn ? null : (
          <>
            <div className="toolbar">
              <Button type="primary" disabled={!canSave} loading={busy} onClick={save}>
                {t('common.save')}
              </Button>
              {isChanged && template.id !== null ? (
                <Button onClick={() => templateDrafts.getState().drop(key)}>{t('templates.revert')}</Button>
              ) : null}
              <span className="faint" role="status">
                {isChanged ? t('templates.unsaved') : t('templates.saved')}
              </span>
              <span className="toolbar-space" />
              <Button onClick={() => onCopy({ ...template, name, surface, body })}>{t('templates.copy')}</Button>
              <Button danger onClick={remove}>
                {t(template.id === null ? 'templates.drop' : 'common.delete')}
              </Button>
            </div>
            <InsertPalette onInsert={(text) => view && insertText(view, text)} />
          </>
        )}
      </section>
      <TemplatePreview preview={preview} surface={surface} productId={productId} onProduct={setProductId} />
    </div>
  );
}
