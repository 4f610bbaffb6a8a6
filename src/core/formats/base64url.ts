// Decodes base64url (RFC 4648, section 5) to text: what the parts of a JSON Web Token are written in.

/** By character code, the six bits that it stands for; the others -1. */
const digits = new Int8Array(128).fill(-1);
[...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].forEach((letter, bits) => {
  digits[letter.charCodeAt(0)] = bits;
});

/** The UTF-8 text behind the digits; `=` may fill them up at the end. `undefined`: they are none, or no UTF-8. */
export function decodeBase64Url(encoded: string): string | undefined {
  const bytes = bytesOf(encoded);
  return bytes && decodeUtf8(bytes);
}

function bytesOf(encoded: string): Uint8Array | undefined {
  let { length } = encoded;
  while (length > 0 && encoded.length - length < 2 && encoded[length - 1] === '=') length--;
  // Six bits alone are no byte.
  if (length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < length; i++) {
    const digit = digits[encoded.charCodeAt(i)] ?? -1;
    if (digit < 0) return undefined;
    held = ((held & 0xff) << 6) | digit;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = held >> bits;
  }
  return bytes;
}

/** How many UTF-16 units become a string at once. */
const chunk = 8192;

function decodeUtf8(bytes: Uint8Array): string | undefined {
  let text = '';
  const units: number[] = [];
  for (let i = 0; i < bytes.length; ) {
    const first = bytes[i]!;
    const length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    if (length === 0 || i + length > bytes.length) return undefined;
    let point = length === 1 ? first : first & (0x7f >> length);
    for (let more = 1; more < length; more++) {
      const next = bytes[i + more]!;
      if (next >> 6 !== 2) return undefined;
      point = (point << 6) | (next & 0x3f);
    }
    // Too long a spelling, a half of a pair, or beyond Unicode.
    if (length > 2 && point < (length === 3 ? 0x800 : 0x10000)) return undefined;
    if ((point >= 0xd800 && point < 0xe000) || point > 0x10ffff) return undefined;
    if (point < 0x10000) units.push(point);
    else units.push(0xd800 + ((point - 0x10000) >> 10), 0xdc00 + (point & 0x3ff));
    i += length;
    if (units.length >= chunk) text += String.fromCharCode(...units.splice(0));
  }
  return text + String.fromCharCode(...units);
}
