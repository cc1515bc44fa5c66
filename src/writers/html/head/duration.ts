const clock = /^(\d{1,3}):(\d\d)(?::(\d\d))?$/;
const hour = /^(\d{1,3})\s{0,3}(?:h|hrs?\.?|hours?|std\.?|stunden?|heures?|horas?|ore)(?![a-z])/;
const minute = /^(\d{1,4})\s{0,3}(?:m|mins?\.?|minutes?|minuten|minuti|minutos|’|′|')?$/;

/**
 * A running time as ISO 8601: `131 min`, `2h 11m`, `2 h`, `1:57:30`; a bare number is minutes. Null for anything else. What is written is kept: 131
 * minutes are not two hours and eleven.
 */
export function isoDuration(text: string): string | null {
  const plain = text.trim().toLowerCase();
  const times = clock.exec(plain);
  if (times !== null) {
    const [, hours, minutes, seconds] = times.map(Number);
    return `PT${hours}H${minutes}M${times[3] === undefined ? '' : `${seconds}S`}`;
  }
  const hours = hour.exec(plain);
  const rest =
    hours === null ? plain : plain.slice(hours[0].length).replace(/^[\s,]*(?:and\s)?/, '');
  if (hours !== null && rest === '') return `PT${Number(hours[1])}H`;
  const minutes = minute.exec(rest);
  if (minutes === null) return null;
  return `PT${hours === null ? '' : `${Number(hours[1])}H`}${Number(minutes[1])}M`;
}
