import { Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { Settings } from '#contract/settings';
import { findPids } from '#domain/links/find-pids';
import { useTranslator } from '../../i18n/locale.tsx';

interface PidFormProps {
  busy: boolean;
  known: Settings['ownPids'];
  onAdd(pids: Settings['ownPids']): void;
}

/** Takes a pid however it is pasted: alone, with words around it, or inside a link. */
export function PidForm({ busy, known, onAdd }: PidFormProps): ReactNode {
  const { t } = useTranslator();
  const [text, setText] = useState('');
  const [name, setName] = useState('');
  const [asked, setAsked] = useState(false);
  const noteId = useId();
  const found = findPids(text);
  const fresh = found.filter((pid) => !known.some((each) => each.pid === pid));
  const problem = found.length === 0 ? 'malformed' : fresh.length === 0 ? 'known' : null;
  const shown = asked && text.trim() !== '' ? problem : null;

  function submit(event: FormEvent): void {
    event.preventDefault();
    setAsked(true);
    if (problem !== null) return;
    onAdd(fresh.map((pid) => ({ pid, name: name.trim() })));
    setText('');
    setName('');
    setAsked(false);
  }

  return (
    <form className="pid-form" onSubmit={submit}>
      <Input
        value={text}
        onChange={({ target }) => setText(target.value)}
        aria-label={t('settings.identity.pid')}
        aria-describedby={noteId}
        aria-invalid={shown !== null}
        placeholder="mm_123456_7890_1234567"
        {...(shown === null ? {} : { status: 'error' as const })}
      />
      <Input
        value={name}
        maxLength={60}
        onChange={({ target }) => setName(target.value)}
        aria-label={t('settings.identity.name')}
        placeholder={t('settings.identity.name.example')}
      />
      <Button htmlType="submit" loading={busy} disabled={text.trim() === ''}>
        {t('common.add')}
      </Button>
      <p id={noteId} className={shown === null ? 'faint' : 'stat-bad'} role={shown === null ? undefined : 'alert'}>
        {t(shown === null ? 'settings.identity.where' : `settings.identity.${shown}`)}
      </p>
    </form>
  );
}
