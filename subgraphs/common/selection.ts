import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';
import type { ReadLanguage } from './record.js';

/** One selected field below a resolver. */
export interface SelectedField {
  readonly name: string;
  readonly node: FieldNode;
  readonly children: readonly SelectedField[];
}

type Directives = FieldNode['directives'];

/** A directive's `if`, with variables resolved; null where the directive is absent. */
function condition(directives: Directives, name: string, info: GraphQLResolveInfo): boolean | null {
  const directive = directives?.find((candidate) => candidate.name.value === name);
  const value = directive?.arguments?.find((argument) => argument.name.value === 'if')?.value;
  if (!value) return null;
  if (value.kind === Kind.BOOLEAN) return value.value;
  return value.kind === Kind.VARIABLE ? info.variableValues[value.name.value] === true : null;
}

function included(directives: Directives, info: GraphQLResolveInfo): boolean {
  return condition(directives, 'skip', info) !== true && condition(directives, 'include', info) !== false;
}

function fieldsOf(selectionSet: SelectionSetNode | undefined, info: GraphQLResolveInfo): SelectedField[] {
  const fields: SelectedField[] = [];
  for (const selection of selectionSet?.selections ?? []) {
    if (!included(selection.directives, info)) continue;
    if (selection.kind === Kind.FIELD) {
      fields.push({ name: selection.name.value, node: selection, children: fieldsOf(selection.selectionSet, info) });
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      fields.push(...fieldsOf(selection.selectionSet, info));
    } else {
      fields.push(...fieldsOf(info.fragments[selection.name.value]?.selectionSet, info));
    }
  }
  return fields;
}

/** What is selected below the field that is being resolved: fragments spread, @skip and @include applied. */
export function selectedFields(info: GraphQLResolveInfo): SelectedField[] {
  return info.fieldNodes.flatMap((node) => fieldsOf(node.selectionSet, info));
}

/** Whether a dotted path of field names (nodes.records.accessRight) is selected below. */
export function selects(info: GraphQLResolveInfo, path: string): boolean {
  let level: readonly SelectedField[] = selectedFields(info);
  return path.split('.').every((name) => {
    const found = level.filter((field) => field.name === name);
    level = found.flatMap((field) => field.children);
    return found.length > 0;
  });
}

/** A reference is a text too: in the language that it is asked for. */
const TEXT_FIELDS = new Set(['ja', 'en', 'values', 'text', 'citation']);

/** The languages that one field of a LocalizedText needs. */
function languagesOfField(field: SelectedField, info: GraphQLResolveInfo): ReadLanguage[] {
  if (field.name === 'ja') return ['ja'];
  if (field.name === 'en') return ['en'];
  if (field.name === 'values') return ['ja', 'en'];
  const argument = field.node.arguments?.find((candidate) => candidate.name.value === 'lang')?.value;
  let tags: unknown = field.name === 'citation' ? ['en'] : ['ja', 'en'];
  if (argument?.kind === Kind.LIST)
    tags = argument.values.map((value) => {
      if (value.kind === Kind.VARIABLE) return info.variableValues[value.name.value];
      return value.kind === Kind.STRING ? value.value : '';
    });
  else if (argument?.kind === Kind.STRING) tags = [argument.value];
  else if (argument?.kind === Kind.VARIABLE) tags = info.variableValues[argument.name.value];
  const wanted = (Array.isArray(tags) ? tags : [tags]).map((tag) => String(tag).slice(0, 2).toLowerCase());
  // The best text for a reader of ja first is there once ja was read: the second language costs a second search.
  const first = wanted.find((tag) => tag === 'ja' || tag === 'en');
  return first === 'en' ? ['en'] : ['ja'];
}

/** Which of Japanese and English texts are selected anywhere below; Japanese where no text is (the platforms' own default). */
export function languagesOf(fields: readonly SelectedField[], info: GraphQLResolveInfo): readonly ReadLanguage[] {
  const languages = new Set<ReadLanguage>();
  const visit = (field: SelectedField): void => {
    if (TEXT_FIELDS.has(field.name)) for (const language of languagesOfField(field, info)) languages.add(language);
    field.children.forEach(visit);
  };
  fields.forEach(visit);
  return languages.size === 0 ? ['ja'] : (['ja', 'en'] as const).filter((language) => languages.has(language));
}

/** Which of Japanese and English texts are selected anywhere below the field that is being resolved. */
export function selectedLanguages(info: GraphQLResolveInfo): readonly ReadLanguage[] {
  return languagesOf(selectedFields(info), info);
}
