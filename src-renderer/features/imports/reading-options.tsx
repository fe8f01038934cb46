import { InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { importEncodings, type ImportPreview, type ReadingChoices } from '#contract/import';
import { useTranslator } from '../../i18n/locale.tsx';
import type { DraftFile } from '../../state/import-store.ts';
import { useServices } from '../../state/services.tsx';

const encodingNames: Record<(typeof importEncodings)[number], string> = {
  'utf-8': 'UTF-8',
  'utf-8-bom': 'UTF-8 (BOM)',
  gb18030: 'GBK / GB18030',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  big5: 'Big5',
};

const delimiters = [
  { value: ',', label: ',' },
  { value: '\t', label: 'Tab' },
  { value: ';', label: ';' },
  { value: '|', label: '|' },
  { value: '，', label: '，' },
];

function Option({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    // oxlint-disable-next-line jsx-a11y/label-has-associated-control -- the control is the child
    <label className="reading-option">
      <span>{label}</span>
      {children}
    </label>
  );
}

/** How the file was read, each choice with what was recognised; another choice reads it anew. */
export function ReadingOptions({ file, preview }: { file: DraftFile; preview: ImportPreview }): ReactNode {
  const { t } = useTranslator();
  const { imports } = useServices();
  const choose = (part: ReadingChoices): void =>
    void imports.getState().read(file.picked.ref, { ...file.reading, ...part });
  const { encoding, delimiter, entries, entry, sheets, sheet, headerRow } = preview;
  const toOptions = (names: readonly string[]): { value: string; label: string }[] =>
    names.map((value) => ({ value, label: value }));
  return (
    <div className="toolbar">
      {entries.length > 1 ? (
        <Option label={t('imports.entry')}>
          <Select value={entry} options={toOptions(entries)} onChange={(value: string) => choose({ entry: value })} />
        </Option>
      ) : null}
      {sheets.length > 1 ? (
        <Option label={t('imports.sheet')}>
          <Select value={sheet} options={toOptions(sheets)} onChange={(value: string) => choose({ sheet: value })} />
        </Option>
      ) : null}
      {encoding === null ? null : (
        <Option label={t('imports.encoding')}>
          <Select
            value={encoding}
            options={importEncodings.map((value) => ({ value: value as string, label: encodingNames[value] }))}
            onChange={(value: string) => choose({ encoding: value as (typeof importEncodings)[number] })}
            popupMatchSelectWidth={false}
          />
        </Option>
      )}
      {delimiter === null ? null : (
        <Option label={t('imports.delimiter')}>
          <Select value={delimiter} options={delimiters} onChange={(value: string) => choose({ delimiter: value })} />
        </Option>
      )}
      <Option label={t('imports.headerRow')}>
        <InputNumber
          min={0}
          value={headerRow}
          changeOnWheel={false}
          onStep={(value) => choose({ headerRow: value })}
          onPressEnter={({ currentTarget }) => choose({ headerRow: Number(currentTarget.value) || 0 })}
          style={{ width: 76 }}
        />
      </Option>
    </div>
  );
}
