import { ensureTestBrowser } from './browser-setup.mjs';
import { ensureBuilt } from './build.mjs';
import { e2eGate, formatGate, lintGate, summarise, typesGate, unitGate } from './gates.mjs';
import { ensureInstalled } from './setup.mjs';

/** Every gate, on whatever machine this is; installs what it needs first. */
await ensureInstalled();
ensureBuilt();
const results = [typesGate(), lintGate(), formatGate(), unitGate()];
if (ensureTestBrowser()) results.push(e2eGate());
else results.push({ name: 'e2e (no browser)', passed: 0, failed: 1, skipped: 0, seconds: 0 });
summarise(results);
