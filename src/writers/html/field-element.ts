import { element } from './escape.ts';
import type { HtmlNames } from './html-page.ts';

/** Whether something in it is to be opened by its reader first. */
export function hides(html: string): boolean {
  return /<details class="[^"]*spoiler/.test(html);
}

/** A field in an element of its own, which is `names` to programs unless something in it is hidden. */
export function fieldElement(own: string, names: string, html: string, page: HtmlNames): string {
  return element('div', { class: page.classes(hides(html) ? own : `${own} ${names}`) }, html);
}
