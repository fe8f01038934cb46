import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { fixKeys, type InboxFix } from './inbox-fixes.ts';
import { fixName } from './fix-bar.tsx';

const moves = [
  ['move', ['J', 'K', '↓', '↑']],
  ['group', ['[', ']']],
  ['page', ['PgUp', 'PgDn', 'Home', 'End']],
  ['open', ['→', '←']],
  ['tick', ['X', 'Space']],
  ['range', ['Shift + ↓', 'Shift + ↑']],
  ['all', ['Ctrl + A']],
  ['clear', ['Esc']],
  ['best', ['Enter']],
  ['show', ['O']],
  ['undo', ['Z', 'Ctrl + Z']],
  ['help', ['?']],
] as const;

/** Every key of the inbox. */
export function ShortcutsDialog({ onClose }: { onClose(): void }): ReactNode {
  const translator = useTranslator();
  const { t } = translator;
  const fixes = (Object.keys(fixKeys) as InboxFix[]).filter((fix) => fix !== 'wake');
  return (
    <Modal open width={620} title={t('inbox.keys')} footer={null} onCancel={onClose}>
      <p className="secondary">{t('inbox.keys.note')}</p>
      <div className="inbox-keys">
        <Keys
          title={t('inbox.keys.list')}
          rows={moves.map(([name, keys]) => ({ name: t(`inbox.keys.${name}`), keys }))}
        />
        <Keys
          title={t('inbox.fixes')}
          rows={fixes.map((fix) => ({ name: fixName(fix, translator), keys: [fixKeys[fix].toUpperCase()] }))}
        />
      </div>
    </Modal>
  );
}

function Keys({ title, rows }: { title: string; rows: { name: string; keys: readonly string[] }[] }): ReactNode {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {rows.map(({ name, keys }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
