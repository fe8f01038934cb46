import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import type { PackItem } from '#contract/packs';
import { useTranslator } from '../../i18n/locale.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { OutcomeTag } from '../../ui/outcome-tag.tsx';
import { changeText } from './change-text.ts';
import { ItemPictures } from './item-pictures.tsx';
import { shortTime } from '../../ui/short-time.ts';

interface DeskItemProps {
  packId: number;
  item: PackItem;
  onMark(posted: boolean): void;
}

/** The item in hand: pictures and text to copy, what changed since the export, and the mark. */
export function DeskItem({ packId, item, onMark }: DeskItemProps): ReactNode {
  const { t, locale } = useTranslator();
  const { number, title, text, link, postedAt, postedFrom, override, outcomeNow, outcomeAtExport } = item;
  const outcome = outcomeNow ?? outcomeAtExport;
  return (
    <section className="desk-item" aria-label={t('packs.item.position', { n: number })}>
      <div className="desk-body">
        <header>
          <h2 className="few-lines" title={title}>
            <span className="tabular faint">{number}</span> {title}
          </h2>
          {outcome ? <OutcomeTag outcome={outcome} /> : null}
        </header>
        <Changes changes={item.changes} />
        {override === null ? null : <p className="secondary">{t('packs.item.override', { reason: override })}</p>}
        <ItemPictures key={number} packId={packId} item={item} />
        <pre className="desk-text">{text}</pre>
      </div>
      <footer>
        <CopyButton text={text} type={postedAt === null ? 'primary' : 'default'}>
          {t('packs.item.copyText')}
        </CopyButton>
        {link !== null && !text.includes(link) ? <CopyButton text={link}>{t('packs.item.copyLink')}</CopyButton> : null}
        {postedAt === null ? (
          <Button onClick={() => onMark(true)}>{t('packs.item.markPosted')}</Button>
        ) : (
          <>
            <span className="posted-mark">
              {t('packs.postedAt', { time: shortTime(postedAt, locale) })}
              {postedFrom ? t(`packs.from.${postedFrom}`) : ''}
            </span>
            <Button type="link" onClick={() => onMark(false)}>
              {t('packs.item.unmark')}
            </Button>
          </>
        )}
      </footer>
    </section>
  );
}

function Changes({ changes }: Pick<PackItem, 'changes'>): ReactNode {
  const { t, locale } = useTranslator();
  if (changes.length === 0) return null;
  const stop = changes.some(({ severity }) => severity === 'stop');
  return (
    <Alert
      type={stop ? 'error' : 'warning'}
      title={t(stop ? 'packs.item.stop' : 'packs.item.changed')}
      description={
        <ul className="export-hints">
          {changes.map((change) => (
            <li key={change.code}>{changeText(change, locale)}</li>
          ))}
        </ul>
      }
    />
  );
}
