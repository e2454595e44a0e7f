/** What a person gave, before it is stored. */

/** Whether a text is a civil date that can be, YYYY-MM-DD. */
export function isCivilDate(text: string): boolean {
  const instant = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** What any database takes: no half characters, and no U+0000, which PostgreSQL refuses. */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '');
