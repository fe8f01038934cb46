import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { type CompositionEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';

/** Fast typing asks once, not once a letter. */
const pauseMs = 90;
const longestSearch = 200;

interface SearchBoxProps {
  value: string;
  onChange(search: string): void;
  /** Arrow down leads to the rows. */
  onLeave(): void;
}

/** Searches while one types. What an input method has not settled yet is not searched for. */
export function SearchBox({ value, onChange, onLeave }: SearchBoxProps): ReactNode {
  const { t } = useTranslator();
  const box = useRef<InputRef>(null);
  const [typed, setTyped] = useState(value);
  const composing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sent = useRef(value);

  useEffect(() => {
    // Changed from elsewhere: a chip was removed, a saved view opened.
    if (value === sent.current) return;
    sent.current = value;
    setTyped(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'f' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      box.current?.focus({ cursor: 'all' });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  function ask(search: string): void {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      sent.current = search;
      onChange(search);
    }, pauseMs);
  }
  function onCompositionEnd(event: CompositionEvent<HTMLInputElement>): void {
    composing.current = false;
    ask(event.currentTarget.value);
  }

  return (
    <Input
      ref={box}
      className="catalog-search"
      prefix={<SearchOutlined className="faint" />}
      allowClear
      maxLength={longestSearch}
      aria-label={t('catalog.search')}
      placeholder={t('catalog.search')}
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value);
        if (!composing.current) ask(target.value);
      }}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={onCompositionEnd}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' || composing.current) return;
        event.preventDefault();
        onLeave();
      }}
    />
  );
}
