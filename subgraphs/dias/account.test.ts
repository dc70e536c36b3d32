import { expect, it } from 'vitest';
import { accountRequired } from './account.js';

it.each([
  'A DIAS account is required to download the files.',
  'Downloading requires a DIAS account.',
  'Users must register before they download.',
  'You need to log in.',
  '本データセットのダウンロードにはDIASアカウントが必要です。',
  'ダウンロードする場合はDIASアカウントの取得が必要となります。',
  '利用者登録が必要です',
])('an account is needed where it is said plainly: %s', (text) => {
  expect(accountRequired([text])).toBe(true);
});

it.each([
  'No account is required.',
  'A DIAS account is not required for the download.',
  'The files can be downloaded without an account.',
  'It does not require registration.',
  'アカウント登録なしで、どなたでもダウンロードできます。',
  'ログインは不要です。',
  'アカウントは必要ありません。',
  'ログインする必要はありません。',
])('no account is needed where it is said plainly: %s', (text) => {
  expect(accountRequired([text])).toBe(false);
});

it.each([
  '',
  'Please contact the data provider before use.',
  'Account for all sources in your acknowledgement.',
  'An account may be required for some of the files.',
  'If an account is required, ask the office.',
  '登録が必要な場合は事務局にお問い合わせください。',
  'アカウントが必要かどうかは提供者に確認してください。',
  'An analysis environment account is required to compute on the system.',
  '解析環境の利用にはアカウントが必要です。',
  '事前に利用申請書が必要です。',
  'Registration of your publications is welcome.',
])('nothing is said by: %s', (text) => {
  expect(accountRequired([text])).toBeNull();
});

it('nothing is said where both are', () => {
  expect(accountRequired(['No account is required.', 'DIASアカウントが必要です。'])).toBeNull();
});

it('one language is enough, and both may say the same', () => {
  expect(accountRequired(['A DIAS account is required.', 'DIASアカウントが必要です。', 'Cite the paper.'])).toBe(true);
});
