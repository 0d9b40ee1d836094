/**
 * Closes a switch over a union: adding a member without handling it is a type error here.
 *
 * @throws Error when a value from outside slipped past its schema
 */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
