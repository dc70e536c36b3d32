/** Conformance as JUnit's XML, which continuous integration shows: a suite a subject and profile, a case a check of a record. */
import { elementMaker, xmlDocument } from '../formats/xml.js';
import type { XmlElement } from '../subgraphs/common/xml.js';
import type { CheckStatus } from './check.js';
import type { Subject } from './subject.js';

const el = elementMaker('');

interface Case {
  readonly className: string;
  readonly name: string;
  readonly status: CheckStatus;
  readonly told: string;
}

function caseElement({ className, name, status, told }: Case): XmlElement {
  const outcome =
    status === 'FAIL'
      ? el('failure', { message: told })
      : status === 'NOT_APPLICABLE' || status === 'NOT_CHECKED'
        ? el('skipped', { message: `${status}: ${told}` })
        : status === 'WARN'
          ? el('system-out', {}, `WARN: ${told}`)
          : null;
  return el('testcase', { classname: className, name }, outcome);
}

function suite(name: string, cases: readonly Case[]): XmlElement[] {
  if (cases.length === 0) return [];
  const count = (...statuses: readonly CheckStatus[]): string =>
    String(cases.filter(({ status }) => statuses.includes(status)).length);
  const figures = {
    tests: String(cases.length),
    failures: count('FAIL'),
    skipped: count('NOT_APPLICABLE', 'NOT_CHECKED'),
  };
  return [el('testsuite', { name, ...figures }, cases.map(caseElement))];
}

export function writeJunit(subjects: readonly Subject[]): string {
  const suites = subjects.flatMap(({ name, checks, sample, unreadable }) => {
    const all = sample.flatMap((record) => record.checks.map((check) => ({ record: record.id, check })));
    const profiles = [...new Set(all.map(({ check }) => check.profile))];
    return [
      ...suite(
        name,
        checks.map(({ id, status, evidence }) => ({ className: name, name: id, status, told: evidence })),
      ),
      ...profiles.flatMap((profile) =>
        suite(
          `${name} ${profile}`,
          all.flatMap(({ record, check }) =>
            check.profile === profile
              ? [
                  {
                    className: `${profile}.${check.id}`,
                    name: record,
                    status: check.status,
                    told: [check.cause, check.evidence].filter((part) => part !== null).join(': '),
                  },
                ]
              : [],
          ),
        ),
      ),
      ...suite(
        `${name} unreadable`,
        unreadable.map((told) => ({ className: name, name: 'readable', status: 'FAIL', told })),
      ),
    ];
  });
  return xmlDocument(el('testsuites', { name: 'kakehashi check' }, suites), {});
}
