import { formatGate, lintGate, summarise, typesGate, unitGate } from './gates.mjs';
import { ensureInstalled } from './setup.mjs';

/** The fast gates, for every commit. */
await ensureInstalled();
summarise([typesGate(), lintGate(), formatGate(), unitGate()]);
