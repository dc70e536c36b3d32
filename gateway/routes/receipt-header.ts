/** A receipt as the value of a header: JSON in ASCII, what is not written as \\uXXXX. */
export function receiptHeader(receipt: object): string {
  return JSON.stringify(receipt).replace(
    /[^\x20-\x7e]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
