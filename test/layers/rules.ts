import type { IRegularForbiddenRuleType } from 'dependency-cruiser';

/**
 * Each npm package of the product, and the only folders that may import it. A package that is not listed here
 * may be imported nowhere: a new one is added on purpose, with its home.
 */
export const FENCES: Readonly<Record<string, readonly string[]>> = {
  'temporal-polyfill': ['src'],
  'basic-ftp': ['src/adapters/driven/ftp'],
  ssh2: ['src/adapters/driven/sftp'],
  'ssh2-sftp-client': ['src/adapters/driven/sftp'],
  exceljs: ['src/adapters/driven/exceljs'],
  'better-sqlite3': ['src/adapters/driven/sqlite'],
  '@eventstore/db-client': ['src/adapters/driven/eventstoredb'],
  'ipaddr.js': ['src/adapters/shared/guarded-network'],
  zod: [
    'src/adapters/shared/event-codec',
    'src/adapters/shared/planning-data',
    'src/adapters/driven/plan-http',
    'src/adapters/driving',
    'src/bootstrap',
  ],
  nodemailer: ['src/adapters/driven/smtp', 'src/adapters/shared/mails'],
  '@opentelemetry/api': ['src/adapters/driven/opentelemetry'],
  pino: ['src/adapters/driven/pino-log'],
  commander: ['src/adapters/driving/cli'],
  listr2: ['src/adapters/driving/cli'],
  hono: ['src/adapters/driving/settings-page'],
  '@hono/node-server': ['src/bootstrap'],
  inversify: ['src/bootstrap'],
  'reflect-metadata': ['src/bootstrap'],
  // In-process servers for the demo: little kept, so never in the product.
  'ftp-srv': ['demo'],
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Where a package's files, or its types, lie. */
export const packagePath = (name: string): string => `(^|/)node_modules/(@types/)?${escaped(name)}/`;

const TEMPORAL = packagePath('temporal-polyfill');

type Rule = IRegularForbiddenRuleType & { readonly name: string };

const rule = (name: string, comment: string, from: Rule['from'], to: Rule['to']): Rule => ({
  name,
  comment,
  severity: 'error',
  from,
  to,
});

const fence = ([name, homes]: [string, readonly string[]]): Rule =>
  rule(
    `fence:${name}`,
    `Only ${homes.join(', ')} may import ${name}.`,
    { path: '^src/', pathNot: homes.map((home) => `^${home}/`) },
    { path: packagePath(name) },
  );

/** Who may import whom: the layers of the hexagon, one home for each technology, no cycles, nothing left over. */
export const RULES: readonly Rule[] = [
  rule(
    'domain-stands-alone',
    'The domain imports itself and Temporal, nothing else: no node:*, no package, no outer layer.',
    { path: '^src/domain/' },
    { pathNot: ['^src/domain/', TEMPORAL] },
  ),
  rule(
    'application-knows-the-domain-only',
    'Use cases and ports import the domain and Temporal, nothing else.',
    { path: '^src/application/' },
    { pathNot: ['^src/application/', '^src/domain/', TEMPORAL] },
  ),
  rule(
    'adapters-face-inwards',
    'An adapter is plugged in by the bootstrap and knows nothing of it.',
    { path: '^src/adapters/' },
    { path: '^src/', pathNot: ['^src/domain/', '^src/application/', '^src/adapters/'] },
  ),
  rule(
    'no-adapter-imports-another',
    'One folder a technology; what several need lies in shared.',
    { path: '^src/adapters/(driven|driving)/([^/]+)/' },
    { path: '^src/adapters/$1/', pathNot: ['^src/adapters/$1/$2/'] },
  ),
  rule(
    'driving-knows-no-driven',
    'What calls us reaches what we call through use cases only.',
    { path: '^src/adapters/driving/' },
    { path: '^src/adapters/driven/' },
  ),
  rule(
    'driven-knows-no-driving',
    'What we call does not know who called.',
    { path: '^src/adapters/driven/' },
    { path: '^src/adapters/driving/' },
  ),
  rule(
    'shared-knows-no-adapter',
    'Shared parts serve adapters and depend on none.',
    { path: '^src/adapters/shared/' },
    { path: '^src/adapters/(driven|driving)/' },
  ),
  rule(
    'evidence-stands-alone',
    'Whoever verifies needs node:crypto and nothing of ours: no mistake is shared with what is verified.',
    { path: '^src/adapters/shared/evidence/' },
    { pathNot: ['^src/adapters/shared/evidence/', '^(node:)?crypto$'] },
  ),
  rule(
    'the-surface-is-for-hosts',
    'What is published under a name is put together there, and used by nothing inside.',
    { path: '^src/', pathNot: '^src/subpaths/' },
    { path: '^src/(index\\.ts$|subpaths/)' },
  ),
  rule('no-tests-or-demo-in-the-product', 'These are not shipped.', { path: '^src/' }, { path: '^(test|demo|bench)/' }),
  ...Object.entries(FENCES).map(fence),
  rule(
    'every-package-has-a-home',
    'Add a new package to FENCES with the folder that may import it.',
    { path: '^src/' },
    { path: '(^|/)node_modules/', pathNot: Object.keys(FENCES).map(packagePath) },
  ),
  rule(
    'every-import-resolves',
    'An import that leads nowhere hides what it depends on.',
    { path: '^src/' },
    { couldNotResolve: true },
  ),
  rule(
    'no-cycles',
    'Modules that need each other when they run are one module. Their types may speak of each other.',
    { path: '^src/' },
    { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  ),
  rule(
    'no-orphans',
    'A file that nothing imports and that imports nothing is dead.',
    { path: '^src/', pathNot: ['^src/index\\.ts$', '^src/bootstrap/'], orphan: true },
    {},
  ),
];
