import fs from 'node:fs';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { expect, onTestFinished, test } from 'vitest';
import { type Contract, contract } from '#shared/contract/contract.ts';
import { fromWireError } from '#shared/contract/wire-error.ts';
import { ReturnIdSchema } from '#shared/domain/ids.ts';
import { anOffice, type Office, ticket } from '#tests/helpers/an-office.ts';

/** The client as the window has it: nothing but a message port between it and the backend. */
function connect(office: Office): ContractRouterClient<Contract> {
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => port1.close());
  // Node's ports do what the browser's do, apart from the type of their events.
  office.serve(port1 as unknown as MessagePort);
  port1.start();
  port2.start();
  return createORPCClient(new RPCLink({ port: port2 as unknown as MessagePort }));
}

test('every call of the contract has a handler behind the port', async () => {
  const office = await anOffice();
  const client = connect(office) as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
  for (const [area, calls] of Object.entries(contract)) {
    for (const name of Object.keys(calls)) {
      // Nonsense params: a call that is there refuses them with a code, or needs none and answers.
      const answer = await client[area]?.[name]?.({ nonsense: true }).then(
        () => 'answered',
        (error: unknown) => fromWireError(error).code,
      );
      expect([`${area}.${name}`, answer]).not.toEqual([`${area}.${name}`, 'INTERNAL']);
      expect(answer).toMatch(/^(?:answered|BAD_PARAMS|NOTHING_TO_(?:UNDO|REDO|CHANGE))$/);
    }
  }
});

test('an error crosses the port with its code, its facts and its sentence', async () => {
  const client = connect(await anOffice());
  const error = await client.returns.sendBackText({ returnId: ReturnIdSchema.parse(9), reasons: [] }).then(
    () => undefined,
    (reason: unknown) => fromWireError(reason),
  );
  expect(error).toMatchObject({ code: 'RETURN_GONE', message: expect.stringContaining('已不在数据文件中') });
});

test('a long call tells how far it is, and the result comes last', async () => {
  const office = await anOffice();
  const client = connect(office);
  const { currentPeriodId, agencies } = await client.workspace.overview();
  const agencyIds = agencies.slice(2, 5).map((agency) => agency.id);
  const events = await client.forms.send({ periodId: currentPeriodId, agencyIds, folder: ticket(office.folder) });
  const seen: string[] = [];
  for await (const event of events) seen.push(event.kind === 'progress' ? `${event.done}/${event.total}` : event.kind);
  expect(seen).toEqual(['0/3', '1/3', '2/3', 'result']);
});

test('looking away from a long call stops it at once, and nothing of it is left', async () => {
  const office = await anOffice();
  const client = connect(office);
  const { currentPeriodId } = await client.workspace.overview();
  const events = await client.forms.send({ periodId: currentPeriodId, folder: ticket(office.folder) });
  for await (const event of events) if (event.kind === 'progress' && event.done === 2) break;
  // The calls that follow are answered, so the cancelled one no longer holds the backend.
  await client.workspace.overview();
  await office.close();
  expect(fs.readdirSync(office.folder)).toEqual(['责任矩阵.db']);
});
