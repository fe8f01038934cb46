import type { MappingProblem } from '#domain/import/mapping-file';
import { isTargetField } from '#domain/import/target-fields';
import { fillMessage, type Locale } from './format-message.ts';
import { importFieldNames, mappingProblems } from './import-mapping-messages.ts';

/** What is wrong with a mapping, with fields named as the mapping screen names them. */
export function describeMappingProblem({ code, params }: MappingProblem, locale: Locale): string {
  const named = Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const field = typeof value === 'string' && isTargetField(value) ? importFieldNames[value] : null;
      return [name, field ? (locale === 'en' ? field.en : field.zh) : value];
    }),
  );
  return fillMessage(mappingProblems[code], named, locale);
}
