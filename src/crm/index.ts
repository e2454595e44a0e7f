/** The list of CRMs. A new one is a file beside this one, a line here, and a test that runs the contract suite. */
import type { CrmKind } from './crm.ts';
import { csv } from './csv.ts';

export const crmKinds: CrmKind[] = [csv];
