import type { GraphQLScalarType } from 'graphql';

/** What federation's own machinery serves. */
type Machinery = `_${string}` | `federation__${string}` | `link__${string}`;
/** Resolvers of a type that are no field's. */
type Hooks = '__isTypeOf' | '__resolveReference' | '__resolveType';

/** The value that a generated resolver type gives; it is a function, or an object that holds one. */
type Resolved<R> =
  Extract<NonNullable<R>, (...args: never[]) => unknown> extends (...args: never[]) => infer Value
    ? Awaited<Value>
    : never;

/** The fields that the model does not have as a property of a fitting type: each needs a resolver. */
type Unserved<TypeResolvers, Model> = {
  // The root's model has an index signature and no property.
  [Field in Exclude<keyof TypeResolvers, Hooks>]-?: string extends keyof Model
    ? Field
    : Field extends keyof Model
      ? Model[Field] extends Resolved<TypeResolvers[Field]>
        ? never
        : Field
      : Field;
}[Exclude<keyof TypeResolvers, Hooks>];

type TypeNames<Resolvers, Parents> = Exclude<
  {
    [Type in keyof Resolvers & keyof Parents]: NonNullable<Resolvers[Type]> extends GraphQLScalarType ? never : Type;
  }[keyof Resolvers & keyof Parents],
  Machinery
>;

/**
 * The resolvers that a schema needs, from the types that codegen generates of it (`Resolvers`, `ResolversParentTypes`): a
 * field that is neither a property of its type's model, with a type that fits, nor a resolver is a compile error.
 */
export type CompleteResolvers<Resolvers, Parents> = {
  [
    Type in TypeNames<Resolvers, Parents> as [Unserved<NonNullable<Resolvers[Type]>, Parents[Type]>] extends [never]
      ? never
      : Type
  ]: {
    [Field in Unserved<NonNullable<Resolvers[Type]>, Parents[Type]>]: NonNullable<NonNullable<Resolvers[Type]>[Field]>;
  } & Partial<NonNullable<Resolvers[Type]>>;
};
