import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { type CompositionEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import './filters.css';

/** Fast typing asks once, not once a letter. */
const pauseMs = 90;

interface SearchBoxProps {
  /** What can be searched for; also its name for screen readers. */
  label: string;
  value: string;
  onChange(search: string): void;
  /** Arrow down leads to the rows. */
  onLeave(): void;
  maxLength?: number;
}

/** Searches while one types. What an input method has not settled yet is not searched for. */
export function SearchBox({ label, value, onChange, onLeave, maxLength = 200 }: SearchBoxProps): ReactNode {
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
      className="search-box"
      prefix={<SearchOutlined className="faint" />}
      allowClear
      maxLength={maxLength}
      aria-label={label}
      placeholder={label}
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
