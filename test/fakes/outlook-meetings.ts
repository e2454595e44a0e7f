/** What Exchange makes of meeting mails and of reports: the properties behind them, as its protocols and the published schema give them. */
import { normalId } from './outlook-query.ts';
import type { Item } from './outlook-store.ts';

type Kind = 'request' | 'cancelled' | 'accepted' | 'tentative' | 'declined';

/** What a meeting mail is about. */
export interface Notice {
  kind: Kind;
  /** Name of the meeting in all calendars. */
  uid: string;
  start: Date;
  allDay?: boolean;
  recurrence?: object;
  /** The day, "2026-12-01", of a meeting of a series that this is about, as it was planned (exception). */
  occurrence?: string;
  sequence?: number;
  /** Name of the zone that the start is told in; it is UTC where the request wishes for no other (dateTimeTimeZone). */
  zone?: string;
}

/** Type in Graph, `meetingMessageType` as the schema spells it, and message class (MS-OXOCAL 2.2.5 to 2.2.7). */
const kinds: Record<Kind, [type: string, meetingMessageType: string, messageClass: string]> = {
  request: ['eventMessageRequest', 'meetingRequest', 'Request'],
  cancelled: ['eventMessage', 'meetingCancelled', 'Canceled'],
  accepted: ['eventMessageResponse', 'meetingAccepted', 'Resp.Pos'],
  tentative: ['eventMessageResponse', 'meetingTenativelyAccepted', 'Resp.Tent'],
  declined: ['eventMessageResponse', 'meetingDeclined', 'Resp.Neg'],
};

/** Property set of appointments (MS-OXPROPS 1.3.2). */
const appointment = '{00062002-0000-0000-C000-000000000046}';

export function meetingFields(notice: Notice): Pick<Item, 'meeting' | 'properties'> {
  const { kind, uid, start, allDay = false, recurrence = null, occurrence, sequence = 0, zone = 'UTC' } = notice;
  const [type, meetingMessageType, messageClass] = kinds[kind];
  const time = (at: Date) => ({ dateTime: `${at.toISOString().slice(0, 19)}.0000000`, timeZone: zone });
  const end = new Date(start.getTime() + (allDay ? 24 : 1) * 3_600_000);
  return {
    meeting: {
      '@odata.type': `#microsoft.graph.${type}`,
      meetingMessageType,
      startDateTime: time(start),
      endDateTime: time(end),
      isAllDay: allDay,
      recurrence,
      type: occurrence ? 'exception' : recurrence ? 'seriesMaster' : 'singleInstance',
    },
    properties: new Map([
      [normalId('String 0x001A'), `IPM.Schedule.Meeting.${messageClass}`],
      [normalId('Binary {6ED8DA90-450B-101B-98DA-00AA003F1305} Id 0x3'), globalId(uid, occurrence)],
      [normalId(`Integer ${appointment} Id 0x8201`), String(sequence)],
      [normalId(`SystemTime ${appointment} Id 0x820D`), `${start.toISOString().slice(0, 19)}Z`],
    ]),
  };
}

/** MS-OXOCAL 2.2.1.27: the day of an exception stands in the midst of it, its year with the high byte first. */
function globalId(uid: string, occurrence: string | undefined): string {
  const [year = 0, month = 0, day = 0] = (occurrence ?? '').split('-').map(Number);
  const data = Buffer.from(uid);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(data.length);
  return Buffer.concat([
    Buffer.from('040000008200E00074C5B7101A82E008', 'hex'),
    Buffer.from([year >> 8, year & 255, month, day]),
    // When it was made, and eight bytes kept free.
    Buffer.from('5025D461E473C801', 'hex'),
    Buffer.alloc(8),
    size,
    data,
  ]).toString('base64');
}

/** PidTagMessageClass of a report is made of that of the mail it reports. */
export const reportClass = (what: 'NDR' | 'DR' | 'Delayed' | 'IPNRN'): [string, string] => [
  normalId('String 0x001A'),
  `REPORT.IPM.Note.${what}`,
];
