/** A true answer to a digest, and everything that may pretend to be one, for tests of what is accepted. */
import type { Answered, Asked, Copy } from '../../../src/domain/digest/acceptance.ts';
import type { Message } from '../../../src/domain/mail.ts';

export const owner = { name: 'Robin Rep', address: 'robin@seller.test' };
export const digestId = '<0123456789abcdef0123456789abcdef@seller.test>';
export const now = new Date('2026-03-17T09:00:00Z');
const subject = 'Countersign, Tuesday 17 March: 1 to decide';
export const answered: Answered = {
  digest: { mailboxId: 'm1', createdAt: new Date('2026-03-17T06:00:00Z'), subject },
  ids: [digestId, '<receipt@seller.test>'],
};
export const asked: Asked = { mailboxId: 'm1', own: [owner.address, 'r.rep@seller.test'], now };

export const trueMessage: Message = {
  id: '<reply@seller.test>',
  inReplyTo: digestId,
  references: [digestId],
  from: owner,
  to: [owner],
  cc: [],
  bcc: [],
  subject: `Re: ${subject}`,
  date: new Date('2026-03-17T08:58:00Z'),
  signals: {},
  text: '1 yes',
  attachments: [],
  place: 'sent',
  read: true,
};
export const trueCopy: Copy = { message: trueMessage, draft: false, trace: [] };

export const withMessage = (change: Partial<Message>, more: Partial<Copy> = {}): Copy => ({
  ...trueCopy,
  ...more,
  message: { ...trueMessage, ...change },
});

const mallory = { name: 'Mallory', address: 'mallory@evil.test' };
const received =
  'received: from evil.test (evil.test [192.0.2.1]) by mx.seller.test with ESMTPS id 1; Tue, 17 Mar 2026 08:58:00 +0000';

export interface Forgery {
  name: string;
  copies: Copy[];
  answered?: Answered;
  asked?: Partial<Asked>;
}

/** 22 classes, each with what alone gives it away. */
export const forgeries: Forgery[] = [
  { name: 'from another sender', copies: [withMessage({ from: mallory })] },
  { name: "the rep's name, another address", copies: [withMessage({ from: { ...mallory, name: owner.name } })] },
  {
    name: "the rep's address as the name of another",
    copies: [withMessage({ from: { ...mallory, name: owner.address } })],
  },
  { name: 'from a look-alike domain', copies: [withMessage({ from: { ...owner, address: 'robin@sеller.test' } })] },
  { name: 'from a sub-domain', copies: [withMessage({ from: { ...owner, address: 'robin@mail.seller.test' } })] },
  { name: 'from nobody', copies: [withMessage({ from: null })] },
  { name: 'arrived in the inbox', copies: [withMessage({ place: 'inbox' })] },
  { name: 'filed by a rule elsewhere', copies: [withMessage({ place: 'filed' })] },
  { name: 'an inbound mail moved into Sent by a rule', copies: [withMessage({}, { trace: [received] })] },
  {
    name: 'moved into Sent with nothing but a return path',
    copies: [withMessage({}, { trace: ['return-path: <robin@seller.test>'] })],
  },
  {
    name: 'moved into Sent with proof of DMARC',
    copies: [withMessage({}, { trace: ['authentication-results: mx.seller.test; dmarc=pass'] })],
  },
  {
    name: 'a submission by another, delivered by the same server',
    copies: [
      withMessage(
        {},
        {
          trace: [
            'received: from mail.seller.test by mail.seller.test with LMTP id 2; Tue, 17 Mar 2026 08:58:01 +0000',
            'received: from [198.51.100.7] by mail.seller.test with ESMTPSA id 1; Tue, 17 Mar 2026 08:58:00 +0000',
          ],
        },
      ),
    ],
  },
  { name: 'a draft', copies: [withMessage({}, { draft: true })] },
  {
    name: 'a forwarded digest',
    copies: [withMessage({ to: [mallory], subject: `Fwd: ${trueMessage.subject.slice(4)}` })],
  },
  { name: 'a digest forwarded to oneself', copies: [withMessage({ subject: `WG: ${trueMessage.subject.slice(4)}` })] },
  {
    name: 'an answer that a colleague gets as well',
    copies: [withMessage({ cc: [{ name: '', address: 'kim@seller.test' }] })],
  },
  {
    name: 'a digest of another rep or organisation',
    copies: [trueCopy],
    answered: { ...answered, digest: { ...answered.digest, mailboxId: 'm2' } },
  },
  {
    name: 'an id that is none of ours',
    copies: [withMessage({ inReplyTo: '<guess@seller.test>', references: ['<guess@seller.test>'] })],
  },
  { name: 'no id at all', copies: [withMessage({ inReplyTo: null, references: [] })] },
  {
    name: 'an old digest',
    copies: [trueCopy],
    answered: { ...answered, digest: { ...answered.digest, createdAt: new Date(now.getTime() - 7 * 86_400_000) } },
  },
  { name: 'copies of one id that say different things', copies: [trueCopy, withMessage({ text: '2 yes' })] },
  {
    name: "by a delegate on the rep's behalf",
    copies: [withMessage({ signals: { sender: '"Kim, for Robin" <kim@seller.test>' } })],
  },
  {
    name: 'passed on by a list',
    copies: [
      withMessage({ signals: { 'list-id': 'Sales <sales.seller.test>', 'x-original-from': 'mallory@evil.test' } }),
    ],
  },
];

const machineSignals: Message['signals'][] = [
  { 'auto-submitted': 'auto-replied' },
  { 'auto-submitted': 'auto-generated' },
  { 'auto-submitted': 'auto-notified; owner-email="x"' },
  { precedence: 'auto_reply' },
  { precedence: 'bulk' },
  { 'x-autoreply': 'yes' },
  { 'x-autorespond': 'robin' },
  { 'x-auto-response-suppress': 'All' },
  { 'x-failed-recipients': 'a@b.test' },
  { 'content-type': 'multipart/report; report-type=delivery-status' },
  { 'content-type': 'multipart/report; report-type=disposition-notification' },
  { 'list-unsubscribe': '<mailto:x@y.test>' },
];

const daemon = { name: 'Mail Delivery Subsystem', address: 'mailer-daemon@seller.test' };

const notices: Pick<Message, 'subject' | 'text'>[] & Partial<Message>[] = [
  { subject: `Automatic reply: ${subject}`, text: 'I am out of the office until Monday and will answer then.' },
  { subject: `Out of office: ${subject}`, text: 'Thank you for your mail. I am out of office. 1 yes' },
  { subject: `Abwesenheitsnotiz: ${subject}`, text: 'Ich bin bis Montag nicht im Büro.' },
  {
    subject: `Automatische Antwort: ${subject}`,
    text: 'Vielen Dank für Ihre Nachricht. Ich bin bis 20.03. abwesend.',
  },
  { subject: `Réponse automatique : ${subject}`, text: "Je suis absent jusqu'à lundi." },
  { subject: `Respuesta automática: ${subject}`, text: 'Estoy fuera de la oficina hasta el lunes.' },
  { subject: `Risposta automatica: ${subject}`, text: 'Sono fuori ufficio fino a lunedì.' },
  { subject: `Automatisch antwoord: ${subject}`, text: 'Ik ben afwezig tot maandag.' },
  { subject: `Resposta automática: ${subject}`, text: 'Estou ausente até segunda-feira.' },
  {
    subject: `Undeliverable: ${subject}`,
    text: 'Delivery has failed to these recipients or groups: robin@seller.test 550 5.1.1',
  },
  {
    from: daemon,
    subject: 'Delivery Status Notification (Failure)',
    text: 'This is an automatically generated Delivery Status Notification. Delivery to the following recipient failed permanently: robin@seller.test',
  },
  { subject: `Read: ${subject}`, text: 'Your message was read on Tuesday, March 17, 2026 9:58:00 AM.' },
  { subject: `Accepted: ${subject}`, text: '' },
];

const commands = [
  '1 yes',
  'approve all',
  'all ok',
  'stop',
  '2 no',
  'ja',
  'oui',
  'sí',
  '👍',
  'yes to all',
  'ok',
  '1: I did send it',
  'undo 1',
];

/** Answers that machines have written, with every mark they are known by, over the words of a command or of a notice. */
export function automaticReplies(): Copy[] {
  const marked = machineSignals.flatMap((signals) => [
    ...commands.map((text) => withMessage({ signals, text })),
    ...notices.map((notice) => withMessage({ signals, ...notice })),
  ]);
  // With no mark but their words, as the worst of them come.
  return [...marked, ...notices.map((notice) => withMessage(notice))];
}
