import { Button, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { type ClipboardEvent, type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { limits } from '#contract/limits';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices, useSettings } from '../../state/services.tsx';
import { useAction } from '../../ui/use-action.ts';
import { isTextFile, readTextFile } from './read-text-file.ts';

/** Where the text goes in: pasted or dropped (taken apart at once), typed, or dropped as a text file. */
export function PasteInput(): ReactNode {
  const { t } = useTranslator();
  const { paste } = useServices();
  const { surface } = useSettings();
  const { run } = useAction();
  const before = useStore(paste, (state) => state.text);
  const busy = useStore(paste, (state) => state.busy);
  const [text, setText] = useState(before);
  const box = useRef<TextAreaRef>(null);
  useEffect(() => box.current?.focus(), []);
  const tooLong = text.length > limits.pasteUnits;
  const read = (next: string): void => {
    if (next.trim() !== '' && next.length <= limits.pasteUnits) void paste.getState().read(next, surface);
  };
  const onPaste = (event: ClipboardEvent): void => {
    // Into an empty box the text is the whole of it, and there is nothing left to type.
    if (text.trim() !== '') return;
    const pasted = event.clipboardData.getData('text/plain');
    if (pasted.trim() === '') return;
    event.preventDefault();
    setText(pasted);
    read(pasted);
  };
  const onDrop = (event: DragEvent): void => {
    const file = [...event.dataTransfer.files].find(isTextFile);
    const words = event.dataTransfer.getData('text/plain');
    if (!file && (words.trim() === '' || text.trim() !== '')) return;
    event.preventDefault();
    if (!file) {
      setText(words);
      read(words);
      return;
    }
    run(async () => {
      const dropped = await readTextFile(file);
      setText(dropped);
      read(dropped);
    });
  };
  return (
    <div className="paste-input" onDrop={onDrop}>
      <LastKept />
      <Input.TextArea
        ref={box}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onPaste={onPaste}
        aria-label={t('paste.text')}
        aria-describedby="paste-hint"
        placeholder={t('paste.placeholder')}
        className="paste-box"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) read(text);
        }}
      />
      <div className="toolbar">
        <Button type="primary" loading={busy} disabled={text.trim() === '' || tooLong} onClick={() => read(text)}>
          {t('paste.read')}
        </Button>
        {text === '' ? null : (
          <Button
            onClick={() => {
              setText('');
              paste.getState().clear();
            }}
          >
            {t('common.clear')}
          </Button>
        )}
        <span id="paste-hint" className={tooLong ? 'stat-bad' : 'secondary'}>
          {tooLong ? t('paste.tooLong', { n: text.length, most: limits.pasteUnits }) : t('paste.hint')}
        </span>
      </div>
    </div>
  );
}

/** What became of the text before this one. */
function LastKept(): ReactNode {
  const { t } = useTranslator();
  const { paste, route } = useServices();
  const last = useStore(paste, (state) => state.last);
  if (last === null) return null;
  const { productIds, created, linksAdded } = last;
  return (
    <p className="paste-last" role="status">
      {t('paste.last', { products: productIds.length, created, links: linksAdded })}{' '}
      <button
        type="button"
        className="text-link"
        onClick={() => route.getState().go('catalog', { view: { filter: { ids: productIds } } })}
      >
        {t('paste.seeProducts')}
      </button>
    </p>
  );
}
