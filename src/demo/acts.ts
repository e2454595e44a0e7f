/**
 * The demo as a play: seven working days of a rep, by script. Each act says what somebody does, and `verdicts` which verdict
 * Countersign must reach; whatever else happens is a fault.
 */
import type { VerdictName } from '../domain/verdict.ts';
import { checkDecisions, checkLedger, checkRules } from './checks.ts';
import { type MailView, prospectAnswer } from './mailbox.ts';
import { startPlay } from './play.ts';
import { draftedSoFar, draftInMailbox, judgedDeals, skipHold } from './record.ts';
import type { Stage } from './stage.ts';
import { answerSummary, stageChangeOf, tellSummary } from './summary.ts';

const verdicts = {
  send: 'sent_as_is',
  edit: 'sent_edited',
  delete: 'discarded',
  'write-by-hand': 'superseded',
  'prospect-first': 'withdrawn',
  'leave-alone': 'withdrawn',
} satisfies Record<string, VerdictName>;

export type ActName = keyof typeof verdicts;
export const actNames = Object.keys(verdicts) as ActName[];
/** Other verdicts than those of the script. */
export type Expectations = Partial<Record<ActName, string>>;

/** Plays everything through and says it line by line. Answers what went otherwise than acted; empty when all is well. */
export async function playThrough(
  stage: Stage,
  say: (line: string) => void,
  changed: Expectations = {},
): Promise<string[]> {
  const { rep } = stage.inbox;
  const play = startPlay(stage, say, { ...verdicts, ...changed });
  const { scene, check, morning, act, draft, lastMail, sleep } = play;

  await morning(
    ['D-1042', 'D-1043', 'D-1044'],
    `Countersign has read the mailbox of ${rep.name} and her deals for the first time.`,
  );

  scene('The summary of the day says what was drafted and why, what was not, and what is asked of her.');
  const first = await tellSummary(stage, say, check);
  check(first.mail.text.includes('“Halden Paper Mills”'), 'it names the drafts, with the words they rest on');

  await act('send', 'D-1042', 'She sends the draft to Halden Paper Mills as it is.', () =>
    play.withDraft('D-1042', (mail, of) => mail.send(of.ref)),
  );
  await act(
    'edit',
    'D-1043',
    'She adds a sentence to the draft to Möbelwerk Ostheim, saves it, and sends it.',
    async () => {
      const text = (await draft('D-1043')).text;
      const edited = `${text}\n\nPS: Am Donnerstag bin ich ohnehin in Ihrer Nähe.`;
      await play.withDraft('D-1043', (mail, of) => mail.saveEdit(of.ref, edited));
      const [saved] = (await draftedSoFar(stage)).filter(({ dealId }) => dealId === 'D-1043');
      check(saved?.verdict === 'pending' && saved.flags.includes('edited'), 'saved, not sent: pending, edited');
      await play.withDraft('D-1043', (mail, of) => mail.send(of.ref));
    },
  );
  await act('delete', 'D-1044', 'She deletes the draft to Castellan Foods, and does not fetch it back.', async () => {
    await play.withDraft('D-1044', (mail, of) => mail.remove(of.ref));
    const [deleted] = (await draftedSoFar(stage)).filter(({ dealId }) => dealId === 'D-1044');
    check(await play.undecided(), `a deletion can be undone, so not yet: ${deleted?.why}`);
    await skipHold(stage);
  });

  await sleep(1);
  await morning(['D-1041', 'D-1045'], 'The next working morning brings those that the day before had no room for.');
  await act(
    'write-by-hand',
    'D-1045',
    'She answers Pellan Pharma herself and leaves the draft where it is.',
    async () => {
      const last = await lastMail('D-1045');
      await stage.act((mail) =>
        mail.writeByHand(last.ref, 'Dear Helene,\n\nshall we simply begin with K1 on Monday?\n\nMaya'),
      );
      check((await draftInMailbox(stage, 'D-1045')) === null, 'the draft is taken back: it would have come second');
    },
  );

  scene('Möbelwerk Ostheim answers what she sent.');
  const sent = (await stage.mail.list()).sent.find(({ to }) => to[0]?.address.startsWith('j.hartwieg@')) as MailView;
  await stage.act((mail) =>
    mail.receive(
      prospectAnswer(
        sent,
        rep,
        'Gerne. Die Ausweise liegen am Tor bereit. Uns fehlt nur noch die Liste der Hallen.',
        stage.now(),
      ),
    ),
  );
  const [answered] = (await judgedDeals(stage)).filter(({ dealId }) => dealId === 'D-1043');
  check(answered?.turn === 'ours', `no draft: ${answered?.notPicked}`);

  await sleep(4);
  await morning(
    ['D-1042'],
    'Five working days later Halden still has not answered; Harrow gets as long since they met.',
  );
  await act('prospect-first', 'D-1042', 'Halden Paper Mills answers before she gets to the new draft.', async () => {
    const last = await lastMail('D-1042');
    await stage.act((mail) =>
      mail.receive(
        prospectAnswer(last, rep, 'Maya, the board has agreed, and we signed the contract this morning.', stage.now()),
      ),
    );
    check((await draftInMailbox(stage, 'D-1042')) === null, 'the draft is taken back: it asked what has been answered');
  });
  await act(
    'leave-alone',
    'D-1041',
    'A night passes. The draft to Norvik has lain there for five working days.',
    async () => {
      await sleep(1);
      check((await draftInMailbox(stage, 'D-1041')) === null, 'the draft is taken back: it is out of date');
    },
  );

  scene('Halden has signed, and the summary asks about it. She answers from her phone.');
  const last = await tellSummary(stage, say, check);
  const won = last.numbers.get('Halden Paper Mills');
  check(won !== undefined, 'it proposes to close Halden Paper Mills as won, with their words');
  const before = await stageChangeOf(stage, 'D-1042');
  check(before.state === 'open' && before.written.length === 0, 'nothing is changed in the CRM before she answers');
  await answerSummary(stage, last.mail, `${won} yes\n\nSent from my phone`, say, check);
  const made = await stageChangeOf(stage, 'D-1042');
  for (const line of made.written) say(`  changes.csv    ${line}`);
  check(made.state === 'done' && made.by === rep.address, 'the stage is changed, on her word');
  check(made.written.length === 1, 'it stands in crm/outbox/changes.csv once');

  scene('What is left of it.');
  await checkRules(stage, check);
  checkDecisions(stage, play.acted, say, check);
  await checkLedger(stage, check);
  return play.faults;
}
