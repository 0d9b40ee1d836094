import path from 'node:path';
import type { ErrorCode, ErrorDetails } from '#shared/error-codes.ts';
import { AppError } from '#shared/errors.ts';
import type { IntakeReply, IntakeRequest } from './intake-messages.ts';

/** How it is told what ended a reading. Once it is ready, a process ends by itself only for want of memory. */
export const REFUSALS: Readonly<Record<IntakeRequest['kind'], Readonly<Record<'memory' | 'time', ErrorCode>>>> = {
  expand: { memory: 'WORKBOOK_BOMB', time: 'WORKBOOK_TIMEOUT' },
  return: { memory: 'WORKBOOK_BOMB', time: 'WORKBOOK_TIMEOUT' },
  picture: { memory: 'WORKBOOK_BOMB', time: 'WORKBOOK_TIMEOUT' },
  template: { memory: 'WORKBOOK_BOMB', time: 'WORKBOOK_TIMEOUT' },
  which: { memory: 'WORKBOOK_BOMB', time: 'WORKBOOK_TIMEOUT' },
  document: { memory: 'DOCUMENT_BOMB', time: 'DOCUMENT_TIMEOUT' },
  text: { memory: 'DOCUMENT_BOMB', time: 'DOCUMENT_TIMEOUT' },
};

/** A reply that carries what was asked for. */
export type Answer = Extract<
  IntakeReply,
  { readonly kind: 'expanded' | 'read' | 'pictured' | 'template' | 'told' | 'document' | 'text' }
>;

/** The answer in a reply. @throws AppError when it is a refusal */
export function answerOf(reply: IntakeReply): Answer {
  switch (reply.kind) {
    case 'ready':
      throw new Error('the intake process was ready twice');
    case 'expanded':
    case 'read':
    case 'pictured':
    case 'template':
    case 'told':
    case 'document':
    case 'text':
      return reply;
    case 'refused':
      throw new AppError(reply.code, reply.details);
    case 'failed':
      throw new Error(`while reading a foreign file: ${reply.stack}`);
  }
}

/** What a refusal of a request is about: the name of the file or text. */
export function detailsOf(request: IntakeRequest): ErrorDetails {
  if (request.kind === 'text') return { file: request.options.name };
  const source = 'source' in request ? request.source : request.path;
  return { file: typeof source === 'string' ? path.basename(source) : source.name };
}
