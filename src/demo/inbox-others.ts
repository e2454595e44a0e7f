/** Mail in the demo's mailbox that belongs to no deal: a colleague, a newsletter, a booking, junk. */
import { conversation, type DemoMail, headerDate, singleMail } from './inbox-mail.ts';
import { jonas, maya } from './people.ts';

/** Mail that belongs to no deal. */
export function others(now: Date, ago: (days: number, time: string) => Date): DemoMail[] {
  const headers = (from: string, subject: string, date: Date, id: string) => ({
    From: from,
    To: `${maya.name} <${maya.address}>`,
    Subject: subject,
    Date: headerDate(date),
    'Message-ID': `<${id}.${date.getTime().toString(36)}@${/@([^>]+)/.exec(from)![1]}>`,
  });
  const newsletter = ago(2, '06:00');
  const spam = ago(1, '03:12');
  return [
    ...conversation('forecast', 'Forecast for Thursday', 'en', maya, [
      {
        from: jonas,
        to: [maya],
        at: ago(3, '17:05'),
        text: `Maya, can you bring the commit number for the quarter on Thursday? Halden and Castellan are the two I get asked about.`,
      },
      {
        from: maya,
        to: [jonas],
        at: ago(2, '08:40'),
        text: `Will do. Castellan is waiting for a signature, Halden for the cap.`,
      },
    ]),
    {
      folder: 'INBOX',
      date: newsletter,
      flags: [],
      raw: singleMail(
        {
          ...headers(
            'Dock & Yard Weekly <news@dockandyard.example>',
            'Five yards that got rid of the queue',
            newsletter,
            'weekly',
          ),
          'List-Id': '<weekly.dockandyard.example>',
          'List-Unsubscribe': '<https://dockandyard.example/unsubscribe>',
          Precedence: 'bulk',
        },
        `This week: five yards that got rid of the queue, and one that built a longer one.\n\nYou receive this because you subscribed.\n`,
      ),
    },
    {
      folder: 'Junk',
      date: spam,
      flags: [],
      raw: singleMail(
        headers('Prize Desk <win@prizes.example>', 'Your parcel could not be delivered', spam, 'prize'),
        `Dear customer, confirm your address within 24 hours.\n`,
      ),
    },
    {
      folder: 'INBOX',
      date: new Date(now.getTime() - 2 * 3_600_000),
      flags: [],
      raw: singleMail(
        {
          ...headers(
            'Travel Desk <noreply@travel.quaymark.example>',
            'Your train to Leeds',
            new Date(now.getTime() - 2 * 3_600_000),
            'trip',
          ),
          'Auto-Submitted': 'auto-generated',
        },
        `Your booking is confirmed. Seat 41, coach 9.\n`,
      ),
    },
  ];
}
