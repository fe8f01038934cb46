import { type ScriptJump, scriptJumps, type ScriptReader } from './script-jumps.ts';

/** A kept script keeps its page in memory. */
const maxKept = 64;
/** Longer ones seldom come twice and would keep much memory. */
const maxUnits = 65_536;

/**
 * Reads scripts like {@link scriptJumps} and remembers the answers: a link is asked for as WeChat and as a browser, and the
 * pages of one shop share their scripts.
 */
export function createScriptReader(read: ScriptReader = scriptJumps): ScriptReader {
  const known = new Map<string, readonly ScriptJump[]>();
  return (script) => {
    const before = known.get(script);
    if (before) return before;
    const jumps = read(script);
    if (script.length > maxUnits) return jumps;
    if (known.size >= maxKept) known.clear();
    known.set(script, jumps);
    return jumps;
  };
}
