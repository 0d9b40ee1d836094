import type Database from 'better-sqlite3';

/**
 * The two faces of the open data file. Queries take the readable one, commands the writable one, so a query
 * cannot write by accident: both are the same connection, told apart by the type checker only.
 */
export type ReadableDb = Pick<Database.Database, 'prepare'> & { readonly __access: 'read' | 'write' };
export type WritableDb = Database.Database & { readonly __access: 'write' };
