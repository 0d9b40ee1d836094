import { type ClientContext, type ClientLink, createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { Contract } from '#shared/contract/contract.ts';
import { receiveBackendPort } from './backend-port.ts';
import { lookedAtHeaders } from './looked-at.ts';

/** Every call of the contract, typed by it. Those who show a rejection rebuild it with `toAppError`. */
export type BackendClient = ContractRouterClient<Contract>;

/**
 * The port arrives once; calls made before that wait for it, so the first questions can be asked
 * while the window is still being built.
 */
const whenLinked: Promise<ClientLink<ClientContext>> = receiveBackendPort(window).then(
  (port) => new RPCLink({ port, headers: lookedAtHeaders }),
);

const link: ClientLink<ClientContext> = {
  call: async (path, input, options) => (await whenLinked).call(path, input, options),
};

export const client: BackendClient = createORPCClient(link);

/** Query keys and options of every read, for React Query. */
export const orpc = createTanstackQueryUtils(client);
