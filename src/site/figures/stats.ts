import { statsCss } from '../../figures/css.ts';
import type { Figures } from '../../figures/figures.ts';
import { describe, type StatsPage, statsMain } from '../../figures/page.ts';
import { documentHtml } from '../list-document.ts';
import type { SiteSettings } from '../site.ts';

/** The page of a site that shows its reviews in figures, at a path. */
export function statsHtml(
  figures: Figures,
  path: string,
  hrefOf: StatsPage['hrefOf'],
  settings: SiteSettings,
): string {
  const name = 'In figures';
  const head = { path, name, description: describe(figures), css: statsCss };
  const main = statsMain(figures, { title: null, hrefOf });
  return documentHtml(head, main, true, 'Skip to the figures', settings, 'figures');
}
