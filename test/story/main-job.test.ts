import { afterAll, beforeAll, describe } from 'vitest';
import { describeWithCorpus } from '../support/corpus.ts';
import { dovecotMissing } from '../support/dovecot.ts';
import { type PostgresServer, postgresMissing, startPostgres } from '../support/postgres.ts';
import { mainJobStory } from './main-job.ts';

describe.skipIf(dovecotMissing)(`stories (${dovecotMissing ?? 'on Dovecot'})`, () => {
  describeWithCorpus('with real mail', () => {
    mainJobStory('PGlite', async () => undefined);

    describe.skipIf(postgresMissing)(`on a server (${postgresMissing ?? 'PostgreSQL'})`, () => {
      let server: PostgresServer;
      beforeAll(async () => {
        server = await startPostgres();
      });
      afterAll(() => server?.stop());
      mainJobStory('PostgreSQL', () => server.database());
    });
  });
});
