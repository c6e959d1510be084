import { defineConfig } from 'vitest/config';

/** What Stryker runs against each mutant: the specs of the core, which need nothing but Node. */
export default defineConfig({
  // Nothing in these specs outlives its file, and a third of the time is worth a shared worker.
  test: {
    isolate: false,
    include: ['test/domain/**/*.spec.ts', 'test/application/**/*.spec.ts'],
    // Cuts the outbox at every call of a port: half a minute, for each mutant that nothing else kills.
    exclude: ['test/application/notifying-co-admins/crashes.spec.ts'],
  },
});
