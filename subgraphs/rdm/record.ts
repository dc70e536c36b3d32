import type { Affiliation, Creator, FullRecord, SharedRecord } from '../common/record.js';

/** What GakuNin RDM says of a project beside the shared fields. */
export interface RdmFields {
  /** Opaque. */
  readonly guid: string;
  /** Null where the document does not say. */
  readonly public: boolean | null;
  readonly text: string | null;
  readonly tags: readonly string[];
  /** RFC 3339, UTC. */
  readonly created: string | null;
  readonly modified: string | null;
  /** admin, write, read; empty where the document does not say. */
  readonly permissions: readonly string[];
  /** Everyone who takes part, in the project's order; undefined where the document does not carry all of them. */
  readonly members?: readonly Creator[];
}

/**
 * A project as its document gives it. `creators`, `contributors` and `members` are there where the document carries everyone;
 * `funding` and `files` stand in documents of their own.
 */
export type RdmRecord = SharedRecord & RdmFields;

/** A project where no more can be read (offline). */
export type FullRdmRecord = FullRecord & RdmFields;

/** An account. */
export interface RdmAccount {
  readonly id: string;
  readonly name: string;
  readonly orcid: string | null;
  /** Present ones. */
  readonly affiliations: readonly Affiliation[];
}

/** A file or folder of a storage. */
export interface RdmFile {
  readonly id: string;
  readonly name: string;
  /** From the storage's root, for people. */
  readonly path: string;
  /** By which the storage is asked for the folder's content: `/<24 hex>/` at osfstorage, else the provider's own path. */
  readonly storagePath: string;
  readonly folder: boolean;
  readonly bytes: number | null;
  /** RFC 3339, UTC. */
  readonly modified: string | null;
  readonly sha256: string | null;
  readonly url: string | null;
}

/** The prefix of GakuNin RDM's record ids. */
export const PREFIX = 'rdm:';
/** Where people look at a project, unless the document says so itself. */
export const PAGES = 'https://rdm.nii.ac.jp';
