import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { stepNames } from '#contract/messages/campaign-messages';
import type { Translator } from '../../i18n/locale.tsx';
import { useTranslator } from '../../i18n/locale.tsx';
import { fixKeys, type InboxFix } from './inbox-fixes.ts';

/** In the bar itself; the others are behind “more”. */
const inBar: readonly InboxFix[] = ['relink', 'rewrite', 'move', 'allow', 'remove', 'snooze', 'wake'];

export function fixName(fix: InboxFix, { t, pick }: Translator): string {
  switch (fix) {
    case 'replace':
    case 'reset':
    case 'snooze':
      return t(`fixes.${fix}`);
    case 'wake':
      return t('inbox.wake');
    default:
      return pick(stepNames[fix]);
  }
}

interface FixBarProps {
  /** What the fixes are for: so many ticked, the group, or the row. */
  of: 'ticked' | 'group' | 'row' | 'nothing';
  count: number;
  possible: readonly InboxFix[];
  busy: boolean;
  onFix(fix: InboxFix): void;
  onClear(): void;
  onUndo(): void;
}

/** What can be done now, each with its key. */
export function FixBar({ of, count, possible, busy, onFix, onClear, onUndo }: FixBarProps): ReactNode {
  const translator = useTranslator();
  const { t, locale } = translator;
  const others = possible.filter((fix) => !inBar.includes(fix));
  return (
    <section className="inbox-fixes" aria-label={t('inbox.fixes')}>
      <strong className="tabular" role="status">
        {of === 'nothing' ? t('inbox.of.nothing') : t(`inbox.of.${of}`, { n: count.toLocaleString(locale) })}
      </strong>
      {inBar
        .filter((fix) => possible.includes(fix))
        .map((fix) => (
          <Button key={fix} disabled={busy} onClick={() => onFix(fix)}>
            {fixName(fix, translator)}
            <kbd aria-hidden="true">{fixKeys[fix].toUpperCase()}</kbd>
          </Button>
        ))}
      {others.length === 0 ? null : (
        <Dropdown
          trigger={['click']}
          menu={{
            items: others.map((fix) => ({
              key: fix,
              label: fixName(fix, translator),
              extra: <kbd>{fixKeys[fix].toUpperCase()}</kbd>,
            })),
            onClick: ({ key }) => onFix(key as InboxFix),
          }}
        >
          <Button disabled={busy}>{t('common.more')}</Button>
        </Dropdown>
      )}
      <span className="toolbar-space" />
      {of === 'ticked' ? (
        <Button type="text" onClick={onClear}>
          {t('inbox.untick')}
        </Button>
      ) : null}
      <Button type="text" onClick={onUndo}>
        {t('common.undo')}
        <kbd aria-hidden="true">Z</kbd>
      </Button>
    </section>
  );
}
