/** What a page says of its dataset's state: conservatively, sentence by sentence (fact sheet 11.5). */

export type GedStatus = 'FINAL' | 'PRELIMINARY' | 'RESTRICTED' | 'DISCONTINUED' | 'UNKNOWN';

const PASSWORD = /パスワード|password/i;
const NO_PASSWORD =
  /パスワード(?:は|を|の入力は)?(?:不要|必要(?:ありません|としません|ない)|なし)|(?:no|without(?: an?)?) password|password is not (?:required|needed)|not? (?:require|need)s? an? password/i;
const DISCONTINUED =
  /更新[はを]?(?:止ま|停止|終了)|(?:提供|公開|観測)[はを]終了し|マージされ(?:た|まし)|統合され(?:た|まし)|has (?:already )?been (?:merged|discontinued|terminated|stopped)|(?:was|were) (?:merged|discontinued|terminated)|no longer (?:being )?updated|update\w* (?:\w+ )*(?:has|have) (?:been )?(?:stopped|ended|terminated|discontinued)|\bdiscontinued\b/i;
const PRELIMINARY =
  /速報値|暫定値|準リアルタイム|暫定データ|速報データ|QA\/QC\s*が?\s*(?:未だ|まだ|現在)?\s*(?:進行中|完了してい(?:ない|ません))|品質管理(?:が|は)?(?:未だ|まだ|現在)?(?:進行中|未了|完了していな)|preliminary (?:data|values?|version|results?|dataset)|(?:data|values?|results?) (?:is|are) (?:still )?(?:preliminary|provisional)|provisional (?:data|values?)|near[- ]real[- ]time (?:data|values?)|(?:QA\/QC|quality control)\s+(?:is|are)?\s*(?:still|currently)?\s*(?:in progress|ongoing|not (?:yet )?complete)/i;
const FINAL =
  /確定値|確定データ|最終版データ|(?:data|values?|dataset) (?:is|are) final\b|final(?:ized|ised)? (?:data|values?|version)/i;
/** A sentence about the trend update speaks of that service and not of the dataset; one about later is not about now. */
const ELSEWHERE = /ggtu|trend update|速報(?:ページ|サイト)|次の更新時|next update|will be|予定/i;

export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[。．!?])|(?<=[.;])\s+|\n/u).filter((sentence) => sentence.trim() !== '');
}

/** Whether a text says that a password is needed. */
export function needsPassword(text: string): boolean {
  return sentencesOf(text).some((sentence) => PASSWORD.test(sentence) && !NO_PASSWORD.test(sentence));
}

/** The state that the texts of a page tell; that updates ended says more than that a password is needed. */
export function statusOf(texts: readonly string[]): GedStatus {
  const sentences = texts.flatMap(sentencesOf);
  const said = (test: RegExp): boolean =>
    sentences.some((sentence) => test.test(sentence) && !ELSEWHERE.test(sentence));
  if (said(DISCONTINUED)) return 'DISCONTINUED';
  if (texts.some(needsPassword)) return 'RESTRICTED';
  if (said(PRELIMINARY)) return 'PRELIMINARY';
  return said(FINAL) ? 'FINAL' : 'UNKNOWN';
}
