import type { PackSources } from '#app/packs/campaign-pack';
import { AppError } from '#contract/errors';
import type { RulePackVersion } from '#domain/copy-pack/pack-input';
import type { EngineOptions } from '#infra/engine-thread';
import { lostLetters } from '#infra/images/poster/drawable-text';
import { posterCoverage } from '#infra/images/poster-fonts';
import type { Core } from './core.ts';

/** Without its fonts no poster can be made, which an export that wants posters says; one without them goes on. */
function lostOnPoster(text: string): string[] {
  try {
    return lostLetters(text, posterCoverage());
  } catch (error) {
    if (error instanceof AppError) return [];
    throw error;
  }
}

function rulePacks({ openability, compliance }: Core): RulePackVersion[] {
  return [
    { kind: 'openability', id: openability.pack.id, version: openability.pack.asOf },
    ...compliance.versions.map((id): RulePackVersion => ({ kind: 'compliance', id, version: id.split('@')[1] ?? '' })),
  ];
}

/** What a pack is made from, over one database connection. */
export function packSources(core: Core, { options, now }: { options: EngineOptions; now(): Date }): PackSources {
  return {
    campaigns: core.campaigns,
    service: core.campaignService,
    asOf: () => core.verdicts.prepare(),
    now,
    adMark: () => core.settings.get().adMark,
    appVersion: options.appVersion,
    rulePacks: () => rulePacks(core),
    lostOnPoster,
  };
}
