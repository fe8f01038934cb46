import { setImmediate } from 'node:timers/promises';
import { productFindings } from '#app/compliance/product-findings';
import { silencedFindings } from '#app/compliance/silenced-findings';
import { AppError } from '#contract/errors';
import { dropUndefined } from '#domain/shared/drop-undefined';
import type { Handlers } from '#rpc/server';
import type { Engine } from '../open-engine.ts';

type ComplianceMethods = Extract<keyof Handlers, `compliance.${string}`> | 'rules.compliance';

export function complianceHandlers(engine: Engine): Pick<Handlers, ComplianceMethods> {
  const { compliance, catalog, findings, settings, verdicts, scans } = engine;
  const locale = (): 'zh' | 'en' => (settings.get().language === 'en' ? 'en' : 'zh');

  return {
    'compliance.lint': ({ texts, asOf, suggest }) => {
      const linter = compliance.linterFor(asOf ?? verdicts.prepare(), locale());
      return texts.map(({ text, surface }) =>
        linter.lint(text, dropUndefined({ surface: surface ?? undefined, suggest })),
      );
    },
    'compliance.scan': () => scans.scan(),
    'compliance.product': ({ productId }) => {
      const asOf = verdicts.prepare();
      return productFindings({ catalog, findings, linter: compliance.linterFor(asOf, locale()), asOf }, productId);
    },
    'compliance.silences': ({ phrase, finding }, { signal }) => {
      const entry = { ...phrase, reason: '', proof: '', expiresOn: null };
      const breathe = async (): Promise<void> => {
        await setImmediate();
        if (signal.aborted) throw new AppError('CANCELLED', 'no longer asked');
      };
      const trial = compliance.trialOf(entry, verdicts.prepare());
      return silencedFindings({ findings, trial, breathe }, phrase.category, finding);
    },
    'rules.compliance': () => compliance.rules(),
  };
}
