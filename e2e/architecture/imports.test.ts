import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { built, root } from '../fixtures/project.ts';

/** Layers of src-main by folder, and the renderer. */
type Layer =
  | 'contract'
  | 'domain'
  | 'app'
  | 'rpc'
  | 'infra'
  | 'engine'
  | 'host-electron'
  | 'preload'
  | 'host-browser'
  | 'host-cli'
  | 'renderer';

/** The import table of CONTRIBUTING.md. `types` = only type imports. */
const allowed: Record<Layer, Partial<Record<Layer, 'all' | 'types'>>> = {
  contract: { contract: 'all', domain: 'types' },
  domain: { domain: 'all', contract: 'types' },
  app: { app: 'all', contract: 'all', domain: 'all' },
  rpc: { rpc: 'all', contract: 'all' },
  infra: { infra: 'all', contract: 'all', domain: 'all', app: 'types', rpc: 'all' },
  engine: { engine: 'all', contract: 'all', domain: 'all', app: 'all', rpc: 'all', infra: 'all' },
  'host-electron': { 'host-electron': 'all', contract: 'all', rpc: 'all', infra: 'all' },
  preload: { preload: 'all', contract: 'types' },
  'host-browser': { 'host-browser': 'all', contract: 'all', rpc: 'all', infra: 'all' },
  'host-cli': { 'host-cli': 'all', contract: 'all', rpc: 'all', infra: 'all', domain: 'all' },
  renderer: { renderer: 'all', contract: 'all', rpc: 'all', domain: 'all' },
};

/** Of infra, hosts get what starts and locates things; the rest is the engine's. */
const hostInfra = /infra\/(app-version|built-page|engine-thread|log|paths|node-api|files\/|sqlite\/app-lock)/;

/** The contract's own exceptions: values the domain owns and the contract checks input against. */
const valueExceptions = new Set(['contract/messages/describe-mapping-problem.ts → domain/import/target-fields.ts']);

/** Packages that belong to one place only. */
const packageHome: Record<string, RegExp> = {
  electron: /^src-main\/(host-electron|preload)\//,
  'better-sqlite3': /^src-main\/infra\/sqlite\//,
  '@napi-rs/canvas': /^src-main\/infra\/images\//,
  undici: /^src-main\/infra\/probes\//,
  react: /^src-renderer\//,
  antd: /^src-renderer\//,
  zustand: /^src-renderer\//,
};

interface Import {
  from: string;
  specifier: string;
  typeOnly: boolean;
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'testing' || entry.name === 'launcher' ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) && !/\.(test|d)\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const statement = /^\s*(import|export)\s+(type\s+)?([^'";]*?from\s+)?['"]([^'"]+)['"]/gm;

function importsOf(path: string): Import[] {
  const text = readFileSync(path, 'utf8');
  const from = relative(root, path).split(sep).join('/');
  return [...text.matchAll(statement)].map((match) => {
    const names = match[3] ?? '';
    const listed = /\{([^}]*)\}/.exec(names)?.[1] ?? '';
    const allTypes =
      listed.trim() !== '' && listed.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type '));
    return {
      from,
      specifier: match[4] ?? '',
      typeOnly: match[2] !== undefined || (allTypes && !/^\s*\w+\s*,/.test(names)),
    };
  });
}

/** Path of an import below the project, without its ending; null for packages. */
function target({ from, specifier }: Import): string | null {
  const alias = /^#(contract|domain|app|rpc|infra)\/(.+)$/.exec(specifier);
  if (alias) return `src-main/${alias[1]}/${alias[2]}.ts`;
  if (!specifier.startsWith('.')) return null;
  return relative(root, resolve(root, dirname(from), specifier))
    .split(sep)
    .join('/');
}

function layerOf(path: string): Layer | null {
  if (path.startsWith('src-renderer/')) return 'renderer';
  const folder = /^src-main\/([^/]+)\//.exec(path)?.[1];
  return folder !== undefined && Object.hasOwn(allowed, folder) ? (folder as Layer) : null;
}

const imports = [...sources(join(root, 'src-main')), ...sources(join(root, 'src-renderer'))].flatMap(importsOf);

describe('who may import whom', () => {
  test('there are sources to look at', () => expect(imports.length).toBeGreaterThan(500));

  test('every import between layers is in the table', () => {
    const wrong = imports.flatMap((each) => {
      const to = target(each);
      const [fromLayer, toLayer] = [layerOf(each.from), to === null ? null : layerOf(to)];
      if (to === null || fromLayer === null || toLayer === null) return [];
      const rule = allowed[fromLayer][toLayer];
      const arrow = `${each.from.replace('src-main/', '')} → ${to.replace('src-main/', '')}`;
      if (rule === 'all' || (rule === 'types' && each.typeOnly) || valueExceptions.has(arrow)) return [];
      return [arrow];
    });
    expect(wrong).toEqual([]);
  });

  test('hosts take from infra only what starts and locates things', () => {
    const wrong = imports
      .filter((each) => layerOf(each.from)?.startsWith('host-'))
      .filter((each) => target(each)?.startsWith('src-main/infra/') && !hostInfra.test(target(each) ?? ''));
    expect(wrong.map((each) => `${each.from} → ${each.specifier}`)).toEqual([]);
  });

  test('packages stay where they belong', () => {
    const wrong = imports.filter((each) => {
      const home = Object.hasOwn(packageHome, each.specifier) ? packageHome[each.specifier] : undefined;
      return home !== undefined && !each.typeOnly && !home.test(each.from);
    });
    expect(wrong.map((each) => `${each.from} → ${each.specifier}`)).toEqual([]);
  });
});

describe('built bundles', () => {
  test.each(['browser-host', 'cli', 'engine-worker', 'job-worker', 'links-ahead-worker', 'rows-ahead-worker'])(
    '%s does not need electron',
    (name) => {
      const seen = new Set<string>();
      const visit = (specifier: string): string[] => {
        const file = specifier.replace(/^\.\//, '');
        if (seen.has(file)) return [];
        seen.add(file);
        const text = readFileSync(built('main', file), 'utf8');
        // The bundler writes double quotes; single ones are comments of bundled libraries.
        const found = [...text.matchAll(/^(?:import|export)\b[^;'"]*"([^"]+)"|\bimport\("([^"]+)"\)/gm)];
        return found
          .map((match) => match[1] ?? match[2] ?? '')
          .flatMap((other) =>
            /^\.\/[\w-]+\.js$/.test(other) && existsSync(built('main', other)) ? visit(other) : [other],
          );
      };
      expect(visit(`${name}.js`)).not.toContain('electron');
    },
  );
});
