/** Every platform that Kakehashi knows, in the order of canonical ids. Adding a platform is its folder and a line here. */
export const platforms = [
  { name: 'cinii', recordType: 'CiniiRecord', schemaFile: new URL('./cinii/schema.graphql', import.meta.url) },
  { name: 'jairo', recordType: 'JairoItem', schemaFile: new URL('./jairo/schema.graphql', import.meta.url) },
];
