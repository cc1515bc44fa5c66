import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    // A golden file that is missing fails where nobody looks at what was written.
    ...(process.env.CI ? { update: false } : {}),
    testTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      // The launcher runs before the program, in a process of its own; tests/cli runs it whole.
      exclude: ['src/**/*.d.ts', 'src/launch/launch.ts', 'src/writers/html/head/css.ts'],
      thresholds: { lines: 90, branches: 90 },
    },
  },
});
