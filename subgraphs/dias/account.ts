/**
 * Whether an account is needed for the data, where the prose of a policy says so plainly. There is no field for it (fact sheet 3):
 * a sentence counts only when it states one or the other, without an if.
 */

const NEEDED: readonly RegExp[] = [
  /\b(?:account|registration|sign-?up|log-?in)\s+(?:is|are)\s+(?:required|needed|necessary|mandatory)/i,
  /\brequires?\s+(?:an?\s+)?(?:\w+\s+)?(?:account|registration|log-?in)\b/i,
  /\b(?:must|need\s+to|have\s+to)\s+(?:first\s+)?(?:register|log\s?in|sign\s?(?:in|up)|(?:have|get|create|obtain)\s+an?\s+(?:\w+\s+)?account)\b/i,
  /アカウント(?:の?(?:取得|登録|作成))?(?:が|も)必要(?:です|である|となります|になります|とな(?:る|っています)|$|。)/,
  /(?:利用者?|ユーザー?|会員)?(?:登録|ログイン)が必要(?:です|である|となります|になります|とな(?:る|っています)|$|。)/,
  /アカウントを(?:取得|作成|登録)する必要があ/,
  /(?:登録|ログイン)する必要があ/,
];

const NOT_NEEDED: readonly RegExp[] = [
  /\bno\s+(?:\w+\s+)?(?:account|registration|log-?in)\s+(?:is\s+)?(?:required|needed|necessary)/i,
  /\b(?:account|registration|log-?in)\s+(?:is|are)\s+not\s+(?:required|needed|necessary|mandatory)/i,
  /\b(?:does|do)\s+not\s+(?:require|need)\s+(?:an?\s+|any\s+)?(?:\w+\s+)?(?:account|registration|log-?in)\b/i,
  /\bwithout\s+(?:an?\s+|any\s+)?(?:\w+\s+)?(?:account|registration|log-?in|logging\s+in|registering)\b/i,
  /(?:アカウント|登録|ログイン)(?:は|も)?(?:不要|必要ありません|必要ない|必要としません|必要としない)/,
  /(?:アカウント|登録|ログイン)(?:が|の)?(?:なくても|無くても|なしで|無しで)/,
  /(?:登録|ログイン)する必要は?(?:ありません|ない|なく)/,
];

/**
 * Sentences that leave it open, speak of another thing than reading the data, or of somewhere else: an "analysis environment
 * account" is a separate kind (fact sheet 4).
 */
const OPEN =
  /\b(?:if|may|might|whether|unless|in\s+case|some)\b|必要な場合|必要となる場合|必要になる場合|必要に応じ|必要かどうか|かもしれ|ことがあ|一部の|\banalysis\s+environment\b|解析環境/i;
const DENIED =
  /\bnot\s+(?:required|needed|necessary|mandatory)\b|必要(?:は|で)?(?:ありません|ない|ではない|なく)|不要/i;

/** Longer sentences are no plain statements. */
const LONGEST = 500;

/**
 * True or false where the texts say so plainly, null where they do not, or say both.
 */
export function accountRequired(texts: readonly string[]): boolean | null {
  const said = new Set<boolean>();
  for (const sentence of texts.flatMap((text) => text.split(/[。\n!?！？]|\.(?:\s|$)/))) {
    if (sentence.length > LONGEST || OPEN.test(sentence)) continue;
    if (NOT_NEEDED.some((pattern) => pattern.test(sentence))) said.add(false);
    else if (!DENIED.test(sentence) && NEEDED.some((pattern) => pattern.test(sentence))) said.add(true);
  }
  if (said.size !== 1) return null;
  return said.has(true);
}
