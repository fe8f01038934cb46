import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { textChanges } from './text-changes.ts';
import type { Rewrites } from './use-rewrites.ts';

interface Piece {
  kind: 'kept' | 'removed' | 'added';
  text: string;
  at: number;
}

/** Unchanged stretches longer than this are shortened in the middle. */
const shownContext = 40;

function shorten(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= shownContext) return text;
  const characters = Array.from(text);
  const half = shownContext / 2;
  const head = isFirst ? '' : characters.slice(0, half).join('');
  const tail = isLast ? '' : characters.slice(-half).join('');
  return `${head}…${tail}`;
}

function piecesOf(before: string, after: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const change of textChanges(before, after)) {
    pieces.push({ kind: 'kept', text: before.slice(from, change.from), at: from });
    pieces.push({ kind: 'removed', text: before.slice(change.from, change.to), at: change.from });
    pieces.push({ kind: 'added', text: change.insert, at: change.from });
    from = change.to;
  }
  pieces.push({ kind: 'kept', text: before.slice(from), at: from });
  return pieces;
}

/** What a rewrite would take out and put in, readable without colour: struck through and underlined. */
export function ChangedText({ before, after }: { before: string; after: string }): ReactNode {
  const { t } = useTranslator();
  const pieces = piecesOf(before, after);
  return (
    <p className="changed-text">
      {pieces.map(({ kind, text, at }, index) => {
        if (text === '') return null;
        const key = `${kind}-${at}`;
        if (kind === 'removed')
          return (
            <del key={key} title={t('compliance.rewrite.removed')}>
              {text}
            </del>
          );
        if (kind === 'added')
          return (
            <ins key={key} title={t('compliance.rewrite.added')}>
              {text}
            </ins>
          );
        return <span key={key}>{shorten(text, index === 0, index === pieces.length - 1)}</span>;
      })}
    </p>
  );
}

/** The rewrites on offer, each with what it changes and one button to take it. */
export function RewriteChoices({
  rewrites: { text, rewrites },
  onUse,
}: {
  rewrites: Rewrites;
  onUse(text: string): void;
}): ReactNode {
  const { t } = useTranslator();
  if (rewrites.length === 0) return <p className="faint">{t('compliance.rewrite.none')}</p>;
  return (
    <div className="rewrite-choices">
      {rewrites.map((rewrite) => (
        <div key={rewrite.text}>
          <ChangedText before={text} after={rewrite.text} />
          <Button size="small" type="primary" ghost onClick={() => onUse(rewrite.text)}>
            {t('compliance.rewrite.use')}
          </Button>
          <span className="faint">{rewrite.note}</span>
        </div>
      ))}
      <p className="faint">{t('compliance.rewrite.whole')}</p>
    </div>
  );
}
