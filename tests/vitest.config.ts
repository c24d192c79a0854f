import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: '.',
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/global-setup.ts',
    // Reading and building hundreds of files on a busy machine takes its time.
    testTimeout: 400_000,
    hookTimeout: 400_000,
    expect: { poll: { timeout: 60_000 } },
    // Two cores: a worker for the browser's tests and one for the rest.
    maxWorkers: 2,
    // A worker reads each module once for all its files; a test puts back what it changes of them.
    isolate: false,
  },
});
