import type { ReactNode } from 'react';
import type { ImportPreview } from '#contract/import';
import { importFieldNames } from '#contract/messages/import-mapping-messages';
import { mappedColumns } from '#domain/import/mapping-file';
import { useTranslator } from '../../i18n/locale.tsx';

/** The first rows as they were read, below their headers and what each column means. */
export function SampleRows({ preview }: { preview: ImportPreview }): ReactNode {
  const { t, pick } = useTranslator();
  const { headers, sampleRows, mapping } = preview;
  const meanings = new Map(
    Object.entries(mappedColumns(mapping, headers)).map(([field, column]) => [
      column,
      pick(importFieldNames[field as keyof typeof importFieldNames]),
    ]),
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- wide content has to be scrollable by keyboard
    <div className="sample-rows" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('imports.line')}</th>
            {headers.map((header, column) => (
              // oxlint-disable-next-line react/no-array-index-key -- columns have no other name
              <th key={column} scope="col">
                <span className="one-line">{header}</span>
                <small>{meanings.get(column) ?? t('imports.rawOnly')}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sampleRows.map(({ line, cells }) => (
            <tr key={line}>
              <th scope="row">{line}</th>
              {headers.map((_, column) => (
                // oxlint-disable-next-line react/no-array-index-key -- columns have no other name
                <td key={column} title={cells[column]}>
                  {cells[column] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
