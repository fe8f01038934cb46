import type { VerdictBasis } from '#domain/openability/verdict';

/** A basis as every command prints it. */
export const basisJson = ({ type, id, source, confidence, outcome, setAside, on }: VerdictBasis): object => ({
  type,
  id,
  source,
  confidence,
  outcome,
  decisive: setAside === null,
  on,
});
