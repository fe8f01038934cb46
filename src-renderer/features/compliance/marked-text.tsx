import { Popover } from 'antd';
import type { ReactNode } from 'react';
import type { Finding } from '#domain/compliance/finding';
import { FindingDetails } from './finding-details.tsx';
import { textSegments, worstOf } from './text-segments.ts';
import './compliance.css';

interface MarkedTextProps {
  text: string;
  findings: readonly Finding[];
  /** Further buttons in the explanation of a finding. */
  actions?(finding: Finding): ReactNode;
}

/** A text to read, with its findings underlined; each mark explains itself on hover and on keyboard focus. */
export function MarkedText({ text, findings, actions }: MarkedTextProps): ReactNode {
  return (
    <span className="marked-text">
      {textSegments(text, findings).map((segment) => {
        const worst = worstOf(segment.findings);
        if (worst === undefined) return <span key={segment.start}>{segment.text}</span>;
        const explanation = (
          <div className="finding-card">
            {segment.findings.map((finding) => (
              <FindingDetails
                key={`${finding.rule}-${finding.start}`}
                finding={finding}
                text={text}
                actions={actions?.(finding)}
              />
            ))}
          </div>
        );
        return (
          <Popover key={segment.start} content={explanation} trigger={['hover', 'focus']} destroyOnHidden>
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- its explanation must be reachable by keyboard */}
            <mark tabIndex={0} className={`finding-mark finding-${worst.severity}`}>
              {segment.text}
            </mark>
          </Popover>
        );
      })}
    </span>
  );
}
