import { ensureBuilt } from './build.mjs';
import { formatGate, lintGate, summarise, typesGate, unitGate } from './gates.mjs';
import { ensureInstalled } from './setup.mjs';

/** The fast gates, for every commit. */
await ensureInstalled();
ensureBuilt();
summarise([typesGate(), lintGate(), formatGate(), unitGate()]);
