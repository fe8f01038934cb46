import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Popover, Tooltip } from 'antd';
import { type ReactNode, useState } from 'react';
import type { LintReport, Severity } from '#domain/compliance/finding';
import { useTranslator } from '../../i18n/locale.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { ToneTag } from '../../ui/tone-tag.tsx';
import { RewriteChoices } from './rewrite-preview.tsx';
import type { Linted } from './use-lint.ts';
import type { Rewrites } from './use-rewrites.ts';

const tones = { block: 'bad', warn: 'warn', info: 'neutral' } as const;

/** How many findings of each severity, or that none were found. */
export function FindingCounts({ report }: { report: LintReport }): ReactNode {
  const { t } = useTranslator();
  const count = (severity: Severity): number =>
    report.findings.filter((finding) => finding.severity === severity).length;
  const shown = (['block', 'warn', 'info'] as const).filter((severity) => count(severity) > 0);
  return (
    <>
      {shown.length === 0 ? <ToneTag tone="good">{t('compliance.clean')}</ToneTag> : null}
      {shown.map((severity) => (
        <ToneTag key={severity} tone={tones[severity]}>
          {t(`compliance.count.${severity}`, { n: count(severity) })}
        </ToneTag>
      ))}
      {report.allowed.length > 0 ? (
        <span className="faint">{t('compliance.count.allowed', { n: report.allowed.length })}</span>
      ) : null}
    </>
  );
}

interface EditorBarProps {
  /** The text as it stands. */
  text: string;
  linted: Linted;
  rewrites: Rewrites | null;
  onPrevious(): void;
  onNext(): void;
  onRewrite(text: string): void;
  extra?: ReactNode;
}

/** The line below the editor: what was found, steps from finding to finding, one-click rewrite. */
export function EditorBar(props: EditorBarProps): ReactNode {
  const { text, linted, rewrites, onPrevious, onNext, onRewrite, extra } = props;
  const { t } = useTranslator();
  const [open, setOpen] = useState(false);
  const { report, checkedText, checking, error } = linted;
  const some = (report?.findings.length ?? 0) > 0;
  // “Nothing found” may only be said of the text that was checked.
  const isCurrent = report !== null && (some || checkedText === text);
  return (
    <div className="copy-editor-bar">
      <span role="status" className="copy-editor-status">
        {isCurrent && text !== '' ? <FindingCounts report={report} /> : null}
        {checking && text !== '' ? <span className="faint">{t('compliance.checking')}</span> : null}
      </span>
      {some ? (
        <>
          <Tooltip title={t('compliance.previous')}>
            <Button
              size="small"
              type="text"
              icon={<UpOutlined />}
              aria-label={t('compliance.previous')}
              onClick={onPrevious}
            />
          </Tooltip>
          <Tooltip title={t('compliance.next')}>
            <Button
              size="small"
              type="text"
              icon={<DownOutlined />}
              aria-label={t('compliance.next')}
              onClick={onNext}
            />
          </Tooltip>
        </>
      ) : null}
      {rewrites === null ? null : (
        <Popover
          open={open}
          onOpenChange={setOpen}
          trigger="click"
          placement="topLeft"
          title={t('compliance.rewrite.title')}
          content={
            <div className="finding-card">
              <RewriteChoices
                rewrites={rewrites}
                onUse={(text) => {
                  setOpen(false);
                  onRewrite(text);
                }}
              />
            </div>
          }
        >
          <Button size="small" type="primary" ghost>
            {t('compliance.rewrite')}
          </Button>
        </Popover>
      )}
      {error === null ? null : <ErrorNotice error={error} />}
      <span className="spacer" />
      {extra}
      <span className="faint tabular">{t('compliance.characters', { n: Array.from(text).length })}</span>
    </div>
  );
}
