import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    // A golden file that is missing fails where nobody looks at what was written.
    ...(process.env.CI ? { update: false } : {}),
    testTimeout: 60_000,
    // By default one processor is left to whoever watches.
    maxWorkers: '100%',
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: [
        'src/**/*.d.ts',
        'src/writers/html/head/css.ts',
        // What runs in a process of its own, which no figure here can see: the launcher, which tests/cli runs whole, and what holds the
        // full screen, which tests/screen runs on a pseudo-terminal.
        'src/launch/launch.ts',
        'src/screen/outside/**',
        'src/terminal/screen.ts',
        'src/commands/reading/reader/**',
      ],
      thresholds: { lines: 90, branches: 90 },
    },
  },
});
