import { Button, Skeleton } from 'antd';
import { type ReactNode, useRef } from 'react';
import type { CampaignItem, ItemTarget } from '#contract/campaigns';
import type { ItemStep } from '#domain/campaigns/item-fixes';
import { useTranslator } from '../../../i18n/locale.tsx';
import { useServices } from '../../../state/services.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { CopyEditor } from '../../compliance/copy-editor.tsx';
import type { ItemFixes } from '../../fixes/use-item-fixes.tsx';
import { useCampaignChange } from '../use-campaign-change.ts';
import { BlockerList } from './blocker-list.tsx';
import { CopyHints } from './copy-hints.tsx';
import { EmojiPicker } from './emoji-picker.tsx';
import { ItemHead } from './item-head.tsx';
import { LinkChooser } from './link-chooser.tsx';
import { OverrideNote } from './override-note.tsx';
import { PosterPicture } from './poster-picture.tsx';
import { PostPreview } from './post-preview.tsx';
import { useItemCopy } from './use-item-copy.ts';
import './editor.css';

interface ItemEditorProps {
  campaignId: number;
  target: ItemTarget;
  fixes: ItemFixes;
  onStep(item: CampaignItem): void;
}

const emojiTool = (insert: (text: string) => void): ReactNode => <EmojiPicker onPick={insert} />;

/** Writes the copy of an item on one surface, with everything that bears on it in view. */
export function ItemEditor({ campaignId, target, fixes, onStep }: ItemEditorProps): ReactNode {
  const { t } = useTranslator();
  const { transport } = useServices();
  const { change } = useCampaignChange();
  const { item, text, type, drop, unsaved, error, reload } = useItemCopy(campaignId, target);
  const { itemId, surface } = target;
  const main = useRef<HTMLDivElement>(null);
  /** Goes to where something is done by hand. @returns whether that is here */
  const at = (step: ItemStep | null): boolean => {
    const place = step === 'edit' ? '.cm-content' : step === 'add-link' ? '.add-link textarea' : null;
    if (place === null) return false;
    main.current?.querySelector<HTMLElement>(place)?.focus();
    return true;
  };
  if (item === null) {
    return error ? <ErrorNotice error={error} onRetry={reload} /> : <Skeleton active paragraph={{ rows: 10 }} />;
  }
  const link = item.link;
  const restore = (): void => {
    drop();
    change(() => transport.call('campaigns.editItem', { itemId, surface, text: null }));
  };
  return (
    <div className="item-editor">
      <div className="item-editor-main" ref={main}>
        <ItemHead item={item} onStep={(shown) => at(shown.nextStep) || onStep(shown)} />
        <BlockerList item={item} onFix={(fix) => at(fix) || fixes.apply(fix, [target], item)} />
        <OverrideNote item={item} target={target} />
        <section aria-labelledby="item-copy">
          <header className="item-section-head">
            <h3 id="item-copy">{t('campaigns.copyOn', { surface: t(`surface.${surface}`) })}</h3>
            <span className="faint" role="status">
              {unsaved ? t('campaigns.saving') : t(item.edited ? 'campaigns.editedByHand' : 'campaigns.byTemplate')}
            </span>
            <span className="toolbar-space" />
            {item.edited ? (
              <Button size="small" onClick={restore}>
                {t('fixes.reset')}
              </Button>
            ) : null}
            <CopyButton size="small" text={text} />
          </header>
          <CopyEditor
            textId={`item-${itemId}-${surface}`}
            value={text}
            onChange={type}
            surface={surface}
            label={t('campaigns.copyOn', { surface: t(`surface.${surface}`) })}
            minRows={8}
            maxRows={16}
            listFindings
            tools={emojiTool}
          />
          <CopyHints text={text} surface={surface} link={link} />
        </section>
        <LinkChooser target={target} productId={item.product?.id ?? null} chosen={link} />
      </div>
      <PostPreview
        text={text}
        surface={surface}
        title={item.title}
        picture={
          <PosterPicture
            campaignId={campaignId}
            surface={surface}
            productId={item.productId}
            exportable={item.state !== 'todo' && item.state !== 'fix'}
          />
        }
      />
    </div>
  );
}
