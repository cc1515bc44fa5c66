import type { Plugin } from 'esbuild';

export const bundlePlugin: Plugin;
