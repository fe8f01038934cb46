import type { ReactNode } from 'react';
import { TextCheck } from '../compliance/text-check.tsx';

/** The wording rules: try a text on them. */
export function ComplianceRulesTab(): ReactNode {
  return <TextCheck />;
}
