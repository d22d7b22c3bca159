/** How long texts are where bytes are counted, and how many of them have room. */
const ENCODER = new TextEncoder();

/**
 * Its length in UTF-8, never less than its characters. GitHub counts the texts of a check in bytes (422 "exceeds a
 * maximum bytesize of 65535") and those of a comment in characters, so what fits by bytes fits everywhere.
 */
export function byteLength(text: string): number {
  return ENCODER.encode(text).length;
}

/** As many texts from the first on as have room, in bytes. */
export function firstThatFit(texts: readonly string[], room: number): readonly string[] {
  let length = 0;
  const end = texts.findIndex((text) => {
    length += byteLength(text);
    return length > room;
  });
  return end === -1 ? texts : texts.slice(0, end);
}
