/** A caller's argument that cannot be used: says what was wrong and what would be right. Becomes BAD_USER_INPUT. */
export class BadUserInput extends Error {
  override readonly name = 'BadUserInput';
  readonly code = 'BAD_USER_INPUT';
}

/** A document that cannot be read as what it was said to be: says where and why, in one line, and shows none of it. Platform-neutral; the client turns it into UpstreamMalformed. */
export class UnreadableDocument extends Error {
  override readonly name = 'UnreadableDocument';
}
