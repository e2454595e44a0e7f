/** Templates of an admin's own: good ones speak, and of each that cannot be used the admin is told, while the shipped one speaks. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overviewOf } from '../../src/db/overview.ts';
import { planDay } from '../../src/domain/plan.ts';
import { statusPage } from '../../src/web/status.ts';
import { facts, mail, ours, rep, thread } from '../domain/deals.ts';
import { policy } from '../domain/placements.ts';
import { cli } from '../support/run.ts';
import { startService, type TestService } from '../support/service.ts';

const at = new Date('2026-11-17T11:00:00Z');

describe("an admin's templates", () => {
  let dir: string;
  let service: TestService;
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'countersign-templates-'));
    mkdirSync(join(dir, 'follow-up'));
    const write = (name: string, text: string) => writeFileSync(join(dir, 'follow-up', `${name}.liquid`), text);
    write('question_open.en', '{{ greeting }}\n\n{{ said_on }} I put this to you: {{ said }}\n\n{{ sign_off }}\n');
    write('silence.en', '{{ greeting }}\n\nPlease sign at https://sign.test today.\n\n{{ sign_off }}\n');
    write('promise_overdue.en', '{{ greeting }}\n\n{% if %}\n');
    write('hold_over.en', '{{ greeting }}\n\nDear {{ first_name }}, here I am.\n\n{{ sign_off }}\n');
    write('silense.en', 'x');
    write('last_try.en', '{{ greeting }}\n\nHi there,\n\nI wrote to you {{ said_on }}.\n\n{{ sign_off }}\n');
    write('we_promised.en', '{{ greeting }}\n\nI owe you something.\n\n{{ sign_off }}\n\n{{ sign_off }}\n');
    write('after_meeting.en', 'Here is a draft for {{ met_on }}:\n\nThank you for the talk.\n\n{{ sign_off }}\n');
    write('after_meeting.de', 'Gut, dass wir {{ met_on }} gesprochen haben. Wie geht es weiter?');
    mkdirSync(join(dir, 'follow-up', 'silence.de.liquid'));
    symlinkSync(join(dir, 'nowhere'), join(dir, 'follow-up', 'silence.fr.liquid'));
    service = await startService({ at, environment: { COUNTERSIGN_TEMPLATES: dir } });
  });
  afterAll(async () => {
    await service?.stop();
    rmSync(dir, { recursive: true, force: true });
  });
  const doctor = () => service.command(['doctor']).catch((error: Error) => error.message);
  const draft = (...messages: Parameters<typeof thread>) =>
    planDay([facts({ threads: [thread(...messages)] })], rep, policy, 3, service.app.context.render, at).drafts[0]
      ?.reply.text;

  it('that are broken are told of at start, with their place', async () => {
    const said = await doctor();
    expect(said).toContain('WRONG templates: The template follow-up/promise_overdue.en, line 3, column 6: ');
    expect(said).toContain(
      'WRONG templates: There is no template follow-up/silense.en that yours could take the place',
    );
    expect(said).toContain('silence.de.liquid cannot be read (it is no file)');
    expect(said).toMatch(/silence\.fr\.liquid cannot be read \(.*ENOENT/);
  });

  it('that fail or say what no draft may say are told of before any draft needs them', async () => {
    const said = await doctor();
    expect(said).toContain('follow-up/silence.en cannot be used: it holds a link, an address or a number to call');
    expect(said).toContain('The template follow-up/hold_over.en, line 3, column 9: undefined variable: first_name');
    for (const twice of ['last_try', 'we_promised'])
      expect(said).toContain(`follow-up/${twice}.en cannot be used: it greets or signs off a second time`);
    expect(said).toContain(
      'follow-up/after_meeting.en cannot be used: it speaks about the draft instead of to its reader',
    );
    for (const good of ['question_open.en', 'after_meeting.de']) expect(said).not.toContain(good);
  });

  it('that are good write the drafts, and rest on the thread like any other', () => {
    expect(draft(ours())).toContain(
      'On 3 November I put this to you: would the second tier with forty seats be enough',
    );
  });

  it('that say what no draft may say, or fail, give way to the shipped ones, and the admin is told', async () => {
    expect(draft(ours({ text: 'Here is the offer, as we said.' }))).toContain(
      'I wrote to you on 3 November about "Pilot in Lyon": "Here is',
    );
    const held = mail({ text: 'Please not before 10 November.', date: new Date('2026-10-20T09:00:00Z') });
    expect(draft(held)).toContain('You wrote on 20 October: "Please not before 10 November."');
    const promised = mail({ text: 'I will send you the papers by Friday.' });
    expect(draft(promised)).toContain('You wrote on 3 November: "I will send you the papers by Friday."');
    const said = await doctor();
    expect(said).toContain('follow-up/silence.en cannot be used: it holds a link, an address or a number to call');
    expect(said).toContain('The template follow-up/hold_over.en, line 3, column 9: undefined variable: first_name');
    const page = String(
      statusPage(await overviewOf(service.app.store.db, 10), at, null, service.app.templateProblems()),
    );
    expect(page).toContain('undefined variable: first_name');
  });

  it('have to lie in a folder that is there', async () => {
    const env = { COUNTERSIGN_TEMPLATES: join(dir, 'none'), COUNTERSIGN_DATA: join(dir, 'data') };
    const ran = await cli(['doctor'], env);
    expect(ran).toMatchObject({ code: 2, err: expect.stringMatching(/^The templates in .*none cannot be read/) });
  });
});
