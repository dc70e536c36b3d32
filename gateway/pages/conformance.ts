import { gapsOf, STATUSES, totalsOf, type Gap, type Subject } from '../../conformance/subject.js';
import { html, joined, styleElement, type Html } from './html.js';
import { pageHeaders, styleHash } from './security.js';

const STYLE =
  'body{font:16px/1.6 system-ui,sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}table{border-collapse:collapse;margin:.5rem 0 1.5rem;display:block;overflow-x:auto}td,th{text-align:left;padding:.2rem .9rem .2rem 0;border-bottom:1px solid #ddd;vertical-align:top}td.n{text-align:right;font-variant-numeric:tabular-nums}code{font-size:.9em}.FAIL{font-weight:700}@media(prefers-color-scheme:dark){body{color:#e8e8e8;background:#161616}td,th{border-color:#444}a{color:#9cf}}';

export const CONFORMANCE_HEADERS = pageHeaders(`style-src ${styleHash(STYLE)}`);

const figure = (number: number): Html => html`<td class="n">${number}</td>`;

function gapRow({ status, profile, id, level, cause, records, evidence, example }: Gap, base: string): Html {
  return html`<tr><td class="${status}">${status}</td><td>${profile}</td><td><code>${id}</code><br>${level}</td><td>${cause}</td>${figure(records)}<td>${evidence}</td><td><a href="${base}/works/${example}">${example}</a></td></tr>`; // prettier-ignore
}

function subjectSection(subject: Subject, base: string): Html {
  const { name, capabilities, sample, unreadable } = subject;
  const rows = totalsOf(subject).map(
    ({ profile, records, counts }) =>
      html`<tr>
        <td>${profile}</td>
        ${figure(records)}${STATUSES.map((status) => figure(counts[status]))}
      </tr>`,
  );
  const gaps = [...gapsOf(subject, 'FAIL'), ...gapsOf(subject, 'WARN')].map((gap) => gapRow(gap, base));
  const heads = STATUSES.map((status) => html`<th>${status.toLowerCase().replace('_', ' ')}</th>`);
  return html`<section><h2>${name}</h2>
<p>${joined(capabilities.map((one) => `${one.name}: ${one.value}`), html`<br>`)}</p>
${unreadable.map((line) => html`<p>${line}</p>`)}
${sample.length === 0 ? html`<p>No record was checked.</p>` : html`<table><thead><tr><th>profile</th><th>records</th>${heads}</tr></thead><tbody>${rows}</tbody></table>`}
${gaps.length === 0 ? null : html`<details><summary>What is lacking</summary><table><thead><tr><th>status</th><th>profile</th><th>check</th><th>cause</th><th>records</th><th>evidence</th><th>one of them</th></tr></thead><tbody>${gaps}</tbody></table></details>`}
</section>`; // prettier-ignore
}

/**
 * How platforms' works measure up, for people. No script, nothing from another host.
 * @param base where callers reach this server; empty: wherever they have found it
 */
export function conformancePage(subjects: readonly Subject[], words: string, base: string): string {
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Conformance – Kakehashi</title>${styleElement(STYLE)}</head><body>
<h1>Conformance</h1>
<p>How works found with “${words}” measure up, as we export them, to the profiles that partners check. UPSTREAM_MISSING: no source tells the value. MAPPING: one does, and our export has no place for it.</p>
${subjects.map((subject) => subjectSection(subject, base))}
</body></html>
`.text; // prettier-ignore
}
