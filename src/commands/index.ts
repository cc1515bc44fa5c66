import type { Command } from './command.ts';

/** A command by name; the rest of it is loaded when it is chosen. */
export interface CommandEntry {
  readonly name: string;
  readonly load: () => Promise<Command>;
}

/** Every command, in the order of the help text. */
export const commands: readonly CommandEntry[] = [
  { name: 'show', load: async () => (await import('./reading/show.ts')).show },
  { name: 'read', load: async () => (await import('./reading/read.ts')).read },
  { name: 'section', load: async () => (await import('./reading/section.ts')).section },
  { name: 'toc', load: async () => (await import('./reading/toc.ts')).toc },
  { name: 'list', load: async () => (await import('./finding/list.ts')).list },
  { name: 'search', load: async () => (await import('./finding/search.ts')).search },
  { name: 'stats', load: async () => (await import('./finding/stats.ts')).stats },
  { name: 'export', load: async () => (await import('./export.ts')).exportCommand },
  { name: 'import', load: async () => (await import('./importing/import.ts')).importCommand },
  { name: 'preview', load: async () => (await import('./reading/preview.ts')).preview },
  { name: 'init', load: async () => (await import('./authoring/init.ts')).init },
  { name: 'new', load: async () => (await import('./authoring/new.ts')).newCommand },
  { name: 'edit', load: async () => (await import('./authoring/edit.ts')).edit },
  { name: 'fmt', load: async () => (await import('./authoring/fmt.ts')).fmt },
  { name: 'check', load: async () => (await import('./authoring/check.ts')).check },
  { name: 'config', load: async () => (await import('./config/config.ts')).config },
  {
    name: 'completion',
    load: async () => (await import('./completion/completion.ts')).completion,
  },
  { name: 'cache', load: async () => (await import('./finding/cache.ts')).cache },
  { name: 'version', load: async () => (await import('./version.ts')).version },
  { name: 'schema', load: async () => (await import('./schema.ts')).schema },
];

/** What runs when no command is named. */
export const welcomeCommand: CommandEntry = {
  name: 'welcome',
  load: async () => (await import('./welcome.ts')).welcome,
};
