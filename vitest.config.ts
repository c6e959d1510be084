import { defineConfig } from 'vitest/config';

const NEEDS_REAL_PARTS = ['test/servers/**', 'test/workbooks/**', 'test/browser/**', 'test/evidence/**'];
const NEEDS_A_REAL_EVENT_STORE = ['test/eventstore/**'];
const NEEDS_A_BUILD = ['test/package/**'];
const NEEDS_A_REGISTRY = ['test/package/installing/**'];

/** `fast` needs nothing but Node; the others need the real parts that `test/run.ts` brings up. */
export default defineConfig({
  test: {
    coverage: {
      provider: 'v8',
      include: ['src/domain/**', 'src/application/**'],
      reporter: ['text-summary', 'json-summary'],
    },
    projects: [
      {
        // The examples import the package as a host does; here that is its source.
        resolve: { tsconfigPaths: true },
        test: {
          name: 'fast',
          include: ['test/**/*.spec.ts'],
          exclude: [...NEEDS_REAL_PARTS, ...NEEDS_A_REAL_EVENT_STORE, ...NEEDS_A_BUILD],
          // No test is that slow; a busy machine can be.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'servers',
          include: ['test/servers/**/*.spec.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'workbooks',
          include: ['test/workbooks/**/*.spec.ts', 'test/evidence/**/*.spec.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.spec.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'eventstore',
          include: ['test/eventstore/**/*.spec.ts', 'test/adapters/driven/eventstoredb/**/*.spec.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'package',
          include: ['test/package/**/*.spec.ts'],
          exclude: NEEDS_A_REGISTRY,
          globalSetup: 'test/package/build.ts',
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'installing',
          include: NEEDS_A_REGISTRY.map((folder) => `${folder}/*.spec.ts`),
          globalSetup: 'test/package/build.ts',
          testTimeout: 600_000,
        },
      },
    ],
  },
});
