/** A dataset's landing page (fact sheet 3): labelled fields in one order, in a table or, on older pages, in a list. */
import { escaped, aboutFields, dataFields, typeset, type Field, type PageLanguage } from './fields.js';
import type { Held } from './files.js';

function rows(fields: readonly Field[], language: PageLanguage, layout: 'table' | 'list'): string {
  const told = fields.flatMap(({ label, value }) =>
    value === null ? [] : [{ label: escaped(label[language]), value }],
  );
  if (layout === 'table') {
    const lines = told.map(({ label, value }) => `<tr><th scope="row">${label}</th><td>${value}</td></tr>`);
    return `<table class="dataset">\n${lines.join('\n')}\n</table>`;
  }
  const lines = told.map(({ label, value }) => `<dt>${label}${language === 'ja' ? '：' : ':'}</dt>\n<dd>${value}</dd>`);
  return `<dl>\n${lines.join('\n')}\n</dl>`;
}

/** Links to the files, at their public addresses whatever address the sandbox has itself. */
function downloads({ dataset }: Held, language: PageLanguage): string {
  if (dataset.files.length === 0) return '';
  const links = dataset.files.map(({ path }) => {
    const url = `https://db.cger.nies.go.jp/nies_data/10.17595/${dataset.id}/${encodeURI(path)}`;
    return `<li><a href="${url}">${escaped(path.split('/').at(-1) ?? path)}</a></li>`;
  });
  return `<h2>${language === 'ja' ? 'ダウンロード' : 'Download'}</h2>\n<ul class="files">\n${links.join('\n')}\n</ul>`;
}

function relatedPages({ dataset }: Held, language: PageLanguage): string {
  if (dataset.links.length === 0) return '';
  const links = dataset.links.map(
    ({ name, url }) => `<li><a href="${escaped(url[language])}">${escaped(name[language])}</a></li>`,
  );
  return `<h2>${language === 'ja' ? '関連ページ' : 'Related pages'}</h2>\n<ul>\n${links.join('\n')}\n</ul>`;
}

const MAHALO =
  '<div class="mahalo-button"><script src="https://mahalo.example.jp/button.js"></script><noscript>Mahalo Button</noscript></div>';

/** The page in one language; it tells of itself in prose only: no schema.org, no metadata in the head (fact sheet 3). */
export function landingPage(held: Held, language: PageLanguage): string {
  const { work, dataset } = held;
  const title = work.title[language] ?? work.title.ja ?? work.title.en ?? '';
  const other = language === 'ja' ? `${dataset.id}-e.html` : `${dataset.id}.html`;
  const notice = dataset.notice?.[language] ?? null;
  const parts = [
    `<p class="lang"><a href="${other}">${language === 'ja' ? 'English' : '日本語'}</a></p>`,
    `<h1>${typeset(title)}</h1>`,
    notice === null ? '' : `<p class="notice"><strong>${escaped(notice)}</strong></p>`,
    rows(aboutFields(held, language), language, dataset.layout),
    downloads(held, language),
    `<h2>${language === 'ja' ? 'データセット' : 'Data set'}</h2>`,
    rows(dataFields(held, language), language, dataset.layout),
    relatedPages(held, language),
    dataset.mahalo ? MAHALO : '',
  ];
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="UTF-8">
<title>${escaped(title)} | ${language === 'ja' ? '地球環境データベース' : 'Global Environmental Database'}</title>
</head>
<body>
${parts.filter((part) => part !== '').join('\n')}
</body>
</html>
`;
}
