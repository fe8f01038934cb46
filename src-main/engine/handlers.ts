import type { Handlers } from '#rpc/server';
import { batchHandlers } from './handlers/batch-handlers.ts';
import { campaignHandlers } from './handlers/campaign-handlers.ts';
import { checkHandlers } from './handlers/check-handlers.ts';
import { catalogHandlers } from './handlers/catalog-handlers.ts';
import { complianceHandlers } from './handlers/compliance-handlers.ts';
import { deviceHandlers } from './handlers/device-handlers.ts';
import { exportHandlers } from './handlers/export-handlers.ts';
import { importHandlers } from './handlers/import-handlers.ts';
import { inboxHandlers } from './handlers/inbox-handlers.ts';
import { insightHandlers } from './handlers/insight-handlers.ts';
import { mappingHandlers } from './handlers/mapping-handlers.ts';
import { linkHandlers } from './handlers/link-handlers.ts';
import { packHandlers } from './handlers/pack-handlers.ts';
import { pasteHandlers } from './handlers/paste-handlers.ts';
import { phoneHandlers } from './handlers/phone-handlers.ts';
import { policyHandlers } from './handlers/policy-handlers.ts';
import { systemHandlers } from './handlers/system-handlers.ts';
import { templateHandlers } from './handlers/template-handlers.ts';
import { topHandlers } from './handlers/top-handlers.ts';
import { watchHandlers } from './handlers/watch-handlers.ts';
import { wordListHandlers } from './handlers/word-list-handlers.ts';
import type { Engine } from './open-engine.ts';

/** All methods of the contract; a missing one does not compile. */
export function createHandlers(engine: Engine): Handlers {
  return {
    ...systemHandlers(engine),
    ...catalogHandlers(engine),
    ...linkHandlers(engine),
    ...importHandlers(engine),
    ...batchHandlers(engine),
    ...mappingHandlers(engine),
    ...campaignHandlers(engine),
    ...inboxHandlers(engine),
    ...templateHandlers(engine),
    ...exportHandlers(engine),
    ...packHandlers(engine),
    ...pasteHandlers(engine),
    ...phoneHandlers(engine),
    ...insightHandlers(engine),
    ...complianceHandlers(engine),
    ...watchHandlers(engine),
    ...wordListHandlers(engine),
    ...checkHandlers(engine),
    ...deviceHandlers(engine),
    ...policyHandlers(engine),
    ...topHandlers(engine),
  };
}
