/** A compound file whose directory, in the sector after the head, names one stream. */
export function oleWith(streamName: string): Buffer {
  const bytes = Buffer.alloc(512 * 3);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(0, 48);
  bytes.write(streamName, 512, 'utf16le');
  bytes.writeUInt16LE((streamName.length + 1) * 2, 512 + 64);
  return bytes;
}
