import { type DragEvent, type ReactNode, useState } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** A page that takes dropped files; says so while they hang over it. */
export function DropArea({
  onDrop,
  children,
}: {
  onDrop(files: readonly File[]): void;
  children: ReactNode;
}): ReactNode {
  const { t } = useTranslator();
  const [over, setOver] = useState(false);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the button beside it does the same by keyboard
    <div
      className={over ? 'page-fill drop-area drop-over' : 'page-fill drop-area'}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(false);
        onDrop([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over ? <p className="drop-hint">{t('packs.drop')}</p> : null}
    </div>
  );
}
