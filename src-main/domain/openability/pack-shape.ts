import { outcomes } from './outcomes.ts';
import { day, id, type Infer, integer, list, nullable, object, oneOf, text } from './shape.ts';

/** The pack format this version reads and writes. */
export const packFormat = 'taoke-desk/openability@1';

const bilingual = object({ zh: text(600), en: text(800) });
const named = object({ zh: text(60, 1), en: text(80, 1) });
const sources = list(text(500, 1), { max: 20 });
const confidence = oneOf(['high', 'medium', 'low']);
const outcome = oneOf(outcomes);

const surface = object({ id, name: named });

/** Which link kinds a class of the sources covers, and when; kinds not in the list of this version are ignored. */
const linkClass = object({
  id,
  name: named,
  kinds: list(object({ kind: text(60, 1), from: nullable(day), to: nullable(day) }), { max: 100 }),
});

/**
 * One dated statement about one class of links on one surface. Both days are inclusive; null = no start or end known.
 * `dating` says how exact the source is about the days. `origin`: `reported` by a source as it stands, `derived` from
 * what sources say about something else, `gap` = the sources themselves say that nobody knows.
 */
const row = object({
  id,
  from: nullable(day),
  to: nullable(day),
  dating: oneOf(['day', 'month', 'year', 'undated']),
  surface: id,
  linkClass: id,
  outcome,
  /** The source's own word for the outcome. */
  sourceOutcome: text(80, 1),
  note: bilingual,
  source: sources,
  confidence,
  /** Day of the newest evidence read; null when the sources give none. */
  evidenceOn: nullable(day),
  origin: oneOf(['reported', 'derived', 'gap']),
});

/** Something to say beside a verdict. Empty `surfaces` = all of them. */
const caveat = object({
  id,
  text: bilingual,
  kinds: list(text(60, 1), { max: 100 }),
  surfaces: list(id, { max: 50 }),
  from: nullable(day),
  to: nullable(day),
  source: sources,
});

const event = object({
  id,
  on: day,
  /** The date as the sources give it: `2013-11`, `2021-02/2021-04`. */
  when: text(40, 1),
  event: bilingual,
  effect: bilingual,
  surfaces: list(id, { max: 50 }),
  linkClasses: list(id, { max: 50 }),
  source: sources,
  confidence,
});

const story = object({
  id,
  title: named,
  summary: bilingual,
  steps: list(
    object({
      on: day,
      when: text(40, 1),
      text: bilingual,
      rows: list(id, { max: 20 }),
      source: sources,
      confidence,
    }),
    { max: 50 },
  ),
  open: bilingual,
});

const probe = object({
  id,
  name: named,
  use: oneOf(['built-in', 'never']),
  request: text(300, 1),
  meaning: bilingual,
  pitfalls: bilingual,
  status: bilingual,
  source: sources,
  confidence,
});

const blockPage = object({
  id,
  hosts: list(text(100, 1), { max: 20 }),
  path: text(200, 1),
  role: oneOf(['verdict-page', 'copy-page', 'complaint-page', 'jump']),
  parameters: list(object({ name: text(60, 1), meaning: bilingual }), { max: 50 }),
  note: bilingual,
  source: sources,
  confidence,
});

const phrase = object({
  id,
  text: text(100, 2),
  outcome,
  meaning: bilingual,
  seen: text(40),
  source: sources,
  confidence,
});

export const packShape = object({
  format: oneOf([packFormat]),
  id,
  asOf: day,
  title: named,
  description: bilingual,
  parameters: object({
    /** How long a record from a real phone outranks policy. */
    deviceFreshDays: integer(1, 3650),
    /** How long a block or notice found by a probe counts; temporary sanctions last a week at most. */
    probeFreshDays: integer(1, 3650),
    /** How long a dead page found by a probe counts. */
    deadFreshDays: integer(1, 3650),
    /** From what age on a policy's last evidence is called old. */
    oldEvidenceDays: integer(1, 36_500),
  }),
  surfaces: list(surface, { max: 50, min: 1 }),
  linkClasses: list(linkClass, { max: 200, min: 1 }),
  rows: list(row, { max: 5000, min: 1 }),
  caveats: list(caveat, { max: 200 }),
  timeline: list(event, { max: 1000 }),
  stories: list(story, { max: 50 }),
  blockPages: list(blockPage, { max: 100 }),
  phrases: list(phrase, { max: 200 }),
  probes: list(probe, { max: 50 }),
  /** Surfaces that probe results speak for: those of the article jump, and those that hold wherever links are tapped. */
  probeScope: object({ articleJump: list(id, { max: 50 }), everySurface: list(id, { max: 50 }) }),
  userAgents: list(object({ platform: id, value: text(500, 1) }), { max: 50 }),
});

export type OpenabilityPack = Infer<typeof packShape>;
export type PolicyRow = Infer<typeof row>;
export type PolicyStory = Infer<typeof story>;
export type BlockPhrase = Infer<typeof phrase>;
export type Bilingual = Infer<typeof bilingual>;
export type Confidence = Infer<typeof confidence>;

/** The pack format as JSON Schema, for editors and for people who write packs. */
export const packJsonSchema = (): Readonly<Record<string, unknown>> => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Taoke Desk openability rule pack',
  ...packShape.schema(),
});
