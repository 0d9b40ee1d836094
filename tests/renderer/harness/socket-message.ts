// What stands in for the message port between the page and the backend: the same messages, over the development
// server's own WebSocket, which carries JSON.

/** From the page to the backend, and back. */
export const TO_BACKEND = 'harness:to-backend';
export const TO_PAGE = 'harness:to-page';
/** Where the page asks for the {@link OfficeFiles}. */
export const OFFICE_ADDRESS = '/harness/office.json';

/** A message of the port's protocol: text, or bytes where a file goes along. */
export type PortMessage = string | Uint8Array<ArrayBuffer>;
export type SocketMessage = { readonly text: string } | { readonly bytes: readonly number[] };

/** Paths the fake dialogs answer with. In the harness a path is its own ticket. */
export type OfficeFiles = {
  readonly folder: string;
  readonly dataFile: string;
  readonly returns: readonly string[];
  readonly document: string;
  /** Text that lies on the clipboard. */
  readonly clipboard: string;
};

export function toSocket(message: PortMessage): SocketMessage {
  return typeof message === 'string' ? { text: message } : { bytes: [...message] };
}

export function fromSocket(message: SocketMessage): PortMessage {
  return 'text' in message ? message.text : Uint8Array.from(message.bytes);
}
