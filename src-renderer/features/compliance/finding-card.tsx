import type { ReactNode } from 'react';
import type { Finding } from '#domain/compliance/finding';
import { useTranslator } from '../../i18n/locale.tsx';
import { FindingDetails } from './finding-details.tsx';
import { RewriteChoices } from './rewrite-preview.tsx';
import type { Rewrites } from './use-rewrites.ts';

interface FindingCardProps {
  findings: readonly Finding[];
  text: string;
  /** Null while there are none, or where the text cannot be changed. */
  rewrites: Rewrites | null;
  onUse(text: string): void;
  actions?(finding: Finding): ReactNode;
}

/** What hovering over a mark, or walking to it, explains. */
export function FindingCard({ findings, text, rewrites, onUse, actions }: FindingCardProps): ReactNode {
  const { t } = useTranslator();
  const canRewrite = rewrites !== null && findings.some(({ severity }) => severity !== 'info');
  return (
    <div className="finding-card">
      {findings.map((finding) => (
        <FindingDetails
          key={`${finding.rule}-${finding.start}`}
          finding={finding}
          text={text}
          actions={actions?.(finding)}
        />
      ))}
      {canRewrite ? (
        <section>
          <h4>{t('compliance.rewrite.title')}</h4>
          <RewriteChoices rewrites={rewrites} onUse={onUse} />
        </section>
      ) : null}
    </div>
  );
}
