/** The day of somebody's return, among the days that a sentence names: "on leave from Monday and back in June". */
import { any } from './absence-words.ts';
import type { Period } from './period.ts';

const before = any(
  'back|return(?:s|ing)?|rejoin(?:s|ing)?|resum(?:e|es|ing)|reappear\\p{L}*|re-?emerg\\p{L}*',
  '(?:kehre?n?|komme?n?)|(?:wieder|zuruck)(?: (?:da|im buro|an bord|erreichbar|fur sie da|im einsatz))?',
  'retour|revien\\p{L}*|rentre|rentrerai|rentrons|reprends|reprend|reprendr\\p{L}*|reprenons|reprise',
  '(?:re)?incorpor\\p{L}*|vuelv\\p{L}*|volver\\p{L}*|volvemos|vuelta|regres\\p{L}*|reabr\\p{L}*|reanud\\p{L}*',
  'regress\\p{L}*|volto|volta|voltarei|voltamos|voltaremos|retorn\\p{L}*|de volta|reabr\\p{L}*',
  'rientr\\p{L}*|torno|tornero|torniamo|torneremo|ritorn\\p{L}*|riapr\\p{L}*|riprend\\p{L}*',
  'terug|keer|kom|hervat\\p{L}*|heropen\\p{L}*',
);
/** Where the verb comes last: "bin im Juni zurück", "ben in juni weer terug". */
const behind =
  /^(?:[\s,]*(?:erst|dann|wieder|weer|pas|again|dan|ik|ich|am|im)){0,3}[\s,]*(?:zuruck|wieder|weer|terug|er weer|back|an bord)(?!\p{L})/u;
const small =
  /^[\s,]*(?:(?:in|on|at|from|as of|activities|as|aos|atividades|actividades|actividad|attivita|activites?|work|around|about|the|to|work|office|my|desk|again|only|im|am|ab|zum|in|erst|wieder|den|dem|der|gegen|voraussichtlich|a|au|en|le|la|les|bureau|au|des|partir|du|compter|el|al|de|del|mi|puesto|trabajo|no|na|em|ao|ai|il|al|dal|nel|op|het|werk|weer|de|not|until|till|before|pas|que|qu|bis)[\s,']*){0,6}$/;

/** Whether the words right before a period, or right after it, say that somebody is back then. */
export function isReturn(folded: string, period: Period, all: readonly Period[]): boolean {
  const from = Math.max(0, ...all.filter(({ end }) => end <= period.start).map(({ end }) => end));
  const lead = folded.slice(Math.max(from, period.start - 60), period.start);
  const found = before.exec(lead);
  if (found && small.test(lead.slice(found.index + found[0].length))) return true;
  const next = all.find(({ start }) => start >= period.end)?.start ?? folded.length;
  return behind.test(folded.slice(period.end, Math.min(next, period.end + 40)));
}
