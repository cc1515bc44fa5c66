import { fieldText } from '../../markdown/field.ts';
import type { Shown } from '../../markdown/redact/redact.ts';
import { type PointsKey, pointsOf } from '../../model/points.ts';
import type { Section } from '../../model/review.ts';
import { joinVisible, type VisibleText, visibleWords } from '../../text/visible-text.ts';

/** The points that were asked for, a line each, for scripts; null where sections are among what was asked for. */
export function pointLines(review: Shown, sections: readonly Section[]): VisibleText | null {
  const keys = sections.map(pointsOf).filter((key) => key !== null);
  if (keys.length === 0 || keys.length < sections.length) return null;
  const points = keys.flatMap((key: PointsKey) => review[key]);
  return joinVisible(points.map((point) => visibleWords`${fieldText(point)}\n`));
}
