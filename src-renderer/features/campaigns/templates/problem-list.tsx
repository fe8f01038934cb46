import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { TemplateProblem } from '#contract/templates';
import { useTranslator } from '../../../i18n/locale.tsx';
import { ToneTag } from '../../../ui/tone-tag.tsx';

interface ProblemListProps {
  problems: readonly TemplateProblem[];
  onGo(line: number): void;
}

/** What is wrong with a template, each with the way to its line where it has one. */
export function ProblemList({ problems, onGo }: ProblemListProps): ReactNode {
  const { t } = useTranslator();
  return (
    <ul className="problem-list" aria-live="polite">
      {problems.map(({ severity, line, message }) => (
        <li key={`${line} ${message}`}>
          <ToneTag tone={severity === 'error' ? 'bad' : 'warn'}>{t(`templates.severity.${severity}`)}</ToneTag>
          <span>{message}</span>
          {line === null ? null : (
            <Button size="small" type="link" onClick={() => onGo(line)}>
              {t('templates.goToLine', { line })}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
